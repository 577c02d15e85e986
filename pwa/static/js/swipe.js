// A row swiped to the right does its one action; its button stays for those who don't swipe.

const FAR_ENOUGH = 96;

behaviour("swipe", (row) => {
  let start = null;
  let shift = 0;

  on(row, "pointerdown", (event) => {
    if (event.pointerType !== "mouse") start = { x: event.clientX, y: event.clientY, id: event.pointerId };
  });
  on(row, "pointermove", (event) => {
    if (!start || row.classList.contains("is-placeholder")) return;
    const [right, down] = [event.clientX - start.x, event.clientY - start.y];
    if (!row.classList.contains("is-swiping")) {
      if (right < 12 || Math.abs(down) > right / 2) return;
      row.classList.add("is-swiping");
      row.setPointerCapture(start.id);
    }
    shift = Math.max(0, Math.min(right, 120));
    row.style.translate = `${shift}px 0`;
  });
  on(row, "pointerup pointercancel", ({ type }) => {
    if (row.classList.contains("is-swiping")) swallowClick(row, 220);
    if (shift >= FAR_ENOUGH && type === "pointerup") row.querySelector("[data-swipe-does]")?.requestSubmit();
    row.classList.add("is-swiped");
    row.classList.remove("is-swiping");
    row.style.translate = "";
    setTimeout(() => row.classList.remove("is-swiped"), 220);
    start = null;
    shift = 0;
  });
});
