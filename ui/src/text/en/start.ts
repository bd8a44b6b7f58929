import type { Text } from "../zh";

export const start: Text["start"] = {};
