// The logical page of the hall: 1080 high, 16:9 or 4:3, whichever is nearer to the window; scaled to the window as a whole.

/** The shape of the page. */
export type Shape = "wide" | "standard";

/** Width of the page in its own pixels. */
export const PAGE_WIDTH: Record<Shape, number> = { wide: 1920, standard: 1440 };

/** Height of the page in its own pixels. */
export const PAGE_HEIGHT = 1080;

/** The smallest text: 3.2 % of the height, rounded up; the farthest seat is about eight picture heights away. */
export const LEAST_TEXT = 35;

/** The least pitch of a result row: 5 % of the height. */
export const LEAST_PITCH = 54;

/** Returns the shape nearer to a window: the border lies between 16:9 and 4:3 on a logarithmic scale. */
export function shapeFor(width: number, height: number): Shape {
  return width / height >= Math.sqrt((16 / 9) * (4 / 3)) ? "wide" : "standard";
}

/** Returns by how much the page is scaled to fit a window whole. */
export function scaleFor(shape: Shape, width: number, height: number): number {
  return Math.min(width / PAGE_WIDTH[shape], height / PAGE_HEIGHT);
}
