const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Bytes that are looked at one by one: a call of the decoder costs as much as some hundred of them. */
const SHORT = 256;

/** The text of bytes in UTF-8, byte order marks and all. */
export const textOf = (bytes: Uint8Array): string => {
  if (bytes.length > SHORT) return decoder.decode(bytes);
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] as number) > 0x7f) return decoder.decode(bytes);
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
};
