import type { Text } from "../zh";

export const archive: Text["archive"] = {};
