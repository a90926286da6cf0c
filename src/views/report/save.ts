/** A file as a page hands it over. */
export interface Saved {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer> | string;
}

/** How long a browser may take to read what it was handed. */
const KEPT_MS = 60_000;

/** Hands a file to the browser's downloads. */
export const saveFile = ({ name, type, bytes }: Saved): void => {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
};
