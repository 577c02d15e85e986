// A usual reason that is tapped stands in the field; own words are none of the usual.

behaviour("fills", (place) => {
  on(place, "input", ({ target: { value } }) => {
    place.querySelector(".input").value = value;
    for (const usual of place.querySelectorAll("[type=radio]")) usual.checked = usual.value === value;
  });
});
