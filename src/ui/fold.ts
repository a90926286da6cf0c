/** Text as it is compared in a search: without case or accents, so that "to lam" finds "Tô Lâm". */
export const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
