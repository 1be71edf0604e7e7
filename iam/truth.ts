/** What is known of a statement about a request: `maybe` where it hangs on a key whose value is not known. */
export type Truth = "yes" | "no" | "maybe";

export function truth(value: boolean): Truth {
  return value ? "yes" : "no";
}

export function not(value: Truth): Truth {
  return value === "yes" ? "no" : value === "no" ? "yes" : "maybe";
}

/** Whether all hold; of none, yes. */
export function all(values: Iterable<Truth>): Truth {
  let result: Truth = "yes";
  for (const value of values) {
    if (value === "no") return "no";
    if (value === "maybe") result = "maybe";
  }
  return result;
}

/** Whether any holds; of none, no. */
export function any(values: Iterable<Truth>): Truth {
  let result: Truth = "no";
  for (const value of values) {
    if (value === "yes") return "yes";
    if (value === "maybe") result = "maybe";
  }
  return result;
}
