// A row that a finger rests on leads to the choosing of rows, itself chosen; so does a button.

const LONG_MS = 500;

behaviour("held", (list) => {
  let timer;
  const leave = () => clearTimeout(timer);
  list.addEventListener("pointerdown", ({ target, pointerType }) => {
    leave();
    const id = target.closest(".row")?.querySelector(".row-name a")?.pathname.split("/").pop();
    if (id && pointerType !== "mouse") timer = setTimeout(() => location.assign(`${list.dataset.held}&chosen=${id}`), LONG_MS);
  });
  for (const name of ["pointerup", "pointercancel", "pointermove"]) list.addEventListener(name, leave);
  list.addEventListener("contextmenu", (event) => event.pointerType !== "mouse" && event.preventDefault());
});
