import type { Text } from "../zh";

export const floor: Text["floor"] = {};
