// An activity moves to another hour or day by mouse and touch (carry.js), by keyboard (Alt+arrows, m for "Move to…");
// a click on an empty hour plans for it. Without script both go by their pages.

behaviour("agenda", (agenda) => {
  carry(agenda, { item: "[data-moves]", place: "[data-slot]", drop: move });

  agenda.addEventListener("click", ({ target }) => {
    const plan = target.matches(".slot:empty") && target.parentElement.querySelector(".agenda-head a[data-opens-in]");
    if (plan) follow(plan, `${plan.href}&hour=${target.dataset.hour ?? ""}`);
  });

  agenda.addEventListener("keydown", (event) => {
    const row = event.target.closest("[data-moves]");
    if (!row || event.ctrlKey || event.metaKey) return;
    if (event.key === "m") follow(row.querySelector(".row-name a"), row.dataset.moves);
    const place = event.altKey && beside(row, event.key);
    if (!place) return;
    event.preventDefault();
    move(row, place);
  });

  function beside(row, key) {
    const days = [...agenda.querySelectorAll(".hours-day")].map((day) => [...day.querySelectorAll(".slot")]);
    const day = days.findIndex((slots) => slots.includes(row.parentElement));
    const slot = days[day]?.indexOf(row.parentElement);
    const [across, down] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] ?? [];
    return days[day + across]?.[slot + down];
  }

  // An hour's slot changes the hour and keeps the minutes, free time begins where it says, a day keeps the time.
  function move(row, place) {
    const { day, hour } = place.dataset;
    const isSlot = place.matches(".slot");
    const kept = row.dataset.hour;
    const at = !isSlot ? (hour ?? kept) : hour ? hour.slice(0, 3) + (kept.slice(3) || "00") : "";
    if (day === row.dataset.day && at === kept) return;
    const [home, next] = [row.parentElement, row.nextSibling];
    const section = place.closest("section");
    if (place.matches("li")) place.before(row);
    else if (isSlot) place.append(row);
    else (section?.querySelector(`[data-hour="${at.slice(0, 2)}:00"]`) ?? section?.querySelector("ul") ?? new DocumentFragment()).append(row);
    row.querySelector("a").focus({ preventScroll: true });
    const values = { day, hour: at, revision: row.dataset.revision };
    sendCarried(agenda, row.dataset.moves, "#agenda", values, () => home.isConnected && home.insertBefore(row, next));
  }
});
