/** A place in the configuration: keys of maps and positions in lists. */
export type Path = readonly (string | number)[];
