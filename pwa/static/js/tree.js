// A unit is carried under another (carry.js); by key it goes out of the one that it is under, or into the one above it.

behaviour("tree", (tree) => {
  const menu = (unit) => unit.querySelector("[data-move-menu]").click();
  carry(tree, { item: "[data-parent]", place: "[data-unit]", leave: "button, a", drop, beside, menu });

  const find = (id) => tree.querySelector(`[data-unit="${id}"]`);

  function beside({ dataset, previousElementSibling }, key) {
    if (key === "ArrowLeft") return find(find(dataset.parent).dataset.parent);
    let above = key === "ArrowRight" && previousElementSibling;
    while (above && above.dataset.parent !== dataset.parent) above = find(above.dataset.parent);
    return above;
  }

  function drop(unit, { dataset }) {
    if (dataset.unit === unit.dataset.parent || dataset.unit === unit.dataset.unit) return;
    sendCarried(unit, () => {}, `/admin/units/${unit.dataset.unit}`, "#units", { parent_id: dataset.unit });
  }
});
