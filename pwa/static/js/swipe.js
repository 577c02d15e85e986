// A row swiped to the right does its one action; its button stays for those who don't swipe.

const FAR_ENOUGH = 96;
const swallow = (event) => (event.preventDefault(), event.stopPropagation());

behaviour("swipe", (row) => {
  let start = null;
  let shift = 0;

  row.addEventListener("pointerdown", (event) => {
    if (event.pointerType !== "mouse") start = { x: event.clientX, y: event.clientY, id: event.pointerId };
  });
  row.addEventListener("pointermove", (event) => {
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
  for (const name of ["pointerup", "pointercancel"]) {
    row.addEventListener(name, () => {
      if (row.classList.contains("is-swiping")) row.addEventListener("click", swallow, { capture: true, once: true });
      if (shift >= FAR_ENOUGH && name === "pointerup") row.querySelector("[data-swipe-does]")?.requestSubmit();
      row.classList.add("is-swiped");
      row.classList.remove("is-swiping");
      row.style.translate = "";
      setTimeout(() => {
        row.classList.remove("is-swiped");
        row.removeEventListener("click", swallow, { capture: true });
      }, 220);
      start = null;
      shift = 0;
    });
  }
});
