// An activity is carried to another hour or day (carry.js); a click on an empty hour plans for it. Without script both
// go by their pages.

behaviour("agenda", (agenda) => {
  const menu = (row) => follow(row.querySelector(".row-name a"), row.dataset.moves);
  carry(agenda, { item: "[data-moves]", place: "[data-slot]", drop, beside, menu });

  on(agenda, "click", ({ target }) => {
    const plan = target.matches(".slot:empty") && target.parentElement.querySelector(".agenda-head a[data-opens-in]");
    if (plan) follow(plan, `${plan.href}&hour=${target.dataset.hour ?? ""}`);
  });

  function beside(row, key) {
    const days = [...agenda.querySelectorAll(".hours-day")].map((day) => [...day.querySelectorAll(".slot")]);
    const day = days.findIndex((slots) => slots.includes(row.parentElement));
    const slot = days[day]?.indexOf(row.parentElement);
    const [across, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [];
    return days[day + across]?.[slot + down];
  }

  // An hour's slot changes the hour and keeps the minutes, free time begins where it says, a day keeps the time.
  function drop(row, place) {
    const { day, hour } = place.dataset;
    const isSlot = place.matches(".slot");
    const kept = row.dataset.hour;
    const at = !isSlot ? (hour ?? kept) : hour ? hour.slice(0, 3) + (kept.slice(3) || "00") : "";
    if (day === row.dataset.day && at === kept) return;
    const section = place.closest("section");
    const list = section?.querySelector(`[data-hour="${at.slice(0, 2)}:00"]`) ?? section?.querySelector("ul") ?? new DocumentFragment();
    const put = () => (place.matches("li") ? place.before(row) : (isSlot ? place : list).append(row));
    sendCarried(row, put, row.dataset.moves, "#agenda", { day, hour: at, revision: row.dataset.revision });
  }
});
