import { combinationsOf, isBroad, powersOf, type Combination, type Power } from "../iam/danger/together.ts";
import type { Piece } from "./identities.ts";

/** Two policies that are more together than each shows. */
export interface Sum extends Combination {
  pieces: [Piece, Piece];
}

/**
 * What policies are together, one finding for each two. With `apart` each of the sessions has policies of its own, whose
 * Denies bind in no other; what one of them has by itself is not told again.
 */
export function sumsOf(sessions: readonly (readonly Piece[])[], kind: Combination["kind"]): Sum[] {
  const powers: Power[] = [];
  const levering = kind === "sum" && sessions.flat().some(({ statements }) => statements.some(isBroad));
  const pieceOf = new Map<unknown, Piece>();
  const sessionOf = new Map<unknown, number>();
  for (const [at, pieces] of sessions.entries()) {
    for (const piece of pieces)
      for (const statement of piece.statements) {
        pieceOf.set(statement, piece);
        sessionOf.set(statement, at);
      }
    powers.push(
      ...powersOf(
        pieces.flatMap(({ statements }) => statements),
        levering,
      ),
    );
  }
  return combinationsOf(powers)
    .filter((one) => one.kind === kind)
    .flatMap((one) => {
      const pieces = [pieceOf.get(one.first.statement), pieceOf.get(one.second.statement)];
      const [first, second] = pieces;
      if (first === undefined || second === undefined) return [];
      if (sessions.length > 1 && sessionOf.get(one.first.statement) === sessionOf.get(one.second.statement)) return [];
      return [{ ...one, pieces: [first, second] as [Piece, Piece] }];
    });
}
