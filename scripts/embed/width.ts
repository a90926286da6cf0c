/** Px of a frame that a figure's page is made for. */
export const WIDTH = 680;
