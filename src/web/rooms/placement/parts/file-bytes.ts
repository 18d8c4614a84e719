/** The largest file the server takes in, bytes. */
export const LARGEST_FILE = 5 * 1_048_576;
const CHUNK = 32_768;

/** A file as the API takes it in. */
export const inBase64 = async (file: File): Promise<string> => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK)
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(text);
};
