// A row that a finger rests on leads to the choosing of rows, itself chosen; so does a button.

const LONG_MS = 500;

behaviour("held", (list) => {
  let timer;
  const leave = () => clearTimeout(timer);
  on(list, "pointerdown", ({ target, pointerType }) => {
    leave();
    const id = target.closest(".row")?.querySelector(".row-name a")?.pathname.split("/").pop();
    if (id && pointerType !== "mouse") timer = setTimeout(() => location.assign(`${list.dataset.held}&chosen=${id}`), LONG_MS);
  });
  on(list, "pointerup pointercancel pointermove", leave);
  on(list, "contextmenu", (event) => event.pointerType !== "mouse" && event.preventDefault());
});
