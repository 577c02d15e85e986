// A unit that is dragged onto another comes under it: the same form as that of "Move to…".

behaviour("tree", (tree) => {
  const form = tree.parentElement.querySelector("[data-tree-move]");
  const unitOf = (event) => event.target.closest("[data-unit]");
  let lifted = null;

  tree.addEventListener("dragstart", (event) => {
    lifted = unitOf(event);
    event.dataTransfer.effectAllowed = "move";
  });
  tree.addEventListener("dragover", (event) => {
    const over = unitOf(event);
    if (!lifted || !over || over === lifted) return;
    event.preventDefault();
    mark(over);
  });
  tree.addEventListener("dragend", () => mark((lifted = null)));
  tree.addEventListener("drop", (event) => {
    event.preventDefault();
    const target = unitOf(event);
    if (!lifted || !target || target === lifted) return;
    form.action = `/admin/units/${lifted.dataset.unit}`;
    form.elements.parent_id.value = target.dataset.unit;
    form.requestSubmit();
  });

  function mark(over) {
    for (const unit of tree.children) unit.classList.toggle("is-over", unit === over);
  }
});
