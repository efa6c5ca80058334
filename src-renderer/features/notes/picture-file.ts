/** The first picture among what was pasted; undefined when there is none. */
export const pictureOf = (transfer: DataTransfer): File | undefined =>
  [...transfer.files].find(({ type }) => type === 'image/png' || type === 'image/jpeg');

/** The bytes of a file as base64. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.onerror = () => reject(new Error('The picture could not be read.'));
    reader.readAsDataURL(file);
  });
}
