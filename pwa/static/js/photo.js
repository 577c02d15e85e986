// The photo is shown at once; a large one is made smaller first (a card is read well at 2,400 pixels).

const LONGEST = 2400;
const LIGHT_ENOUGH = 1_500_000;

behaviour("photo", (place) => {
  const input = place.querySelector("input[type=file]");
  const ready = place.closest("form").querySelector("[data-photo-ready]");

  on(input, "change", async () => {
    const [file] = input.files;
    place.querySelector("img")?.remove();
    if (ready) ready.hidden = !file;
    if (!file) return;
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
    if (picture === null) return; // HEIC here: the server reads it all the same
    const small = await smaller(picture, file);
    place.prepend(Object.assign(new Image(), { src: URL.createObjectURL(small), alt: input.dataset.alt }));
    if (small === file) return;
    const files = new DataTransfer();
    files.items.add(small);
    input.files = files.files;
  });
});

async function smaller(picture, file) {
  const scale = LONGEST / Math.max(picture.width, picture.height);
  if (scale >= 1 || file.size <= LIGHT_ENOUGH) return file;
  const canvas = document.createElement("canvas");
  const [width, height] = [picture.width * scale, picture.height * scale];
  Object.assign(canvas, { width, height }).getContext("2d").drawImage(picture, 0, 0, width, height);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.9));
  return new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" });
}
