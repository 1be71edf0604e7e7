import { combinationsOf, isBroad, powersOf, type Combination, type Power } from "../iam/danger/together.ts";
import type { Piece } from "./identities.ts";

/** Two policies that are more together than each shows. */
export interface Sum extends Combination {
  pieces: [Piece, Piece];
}

/**
 * What policies are together, one finding for each two. Each of several sessions has policies of its own, whose Denies bind
 * in no other; what one of them has by itself is not told again, and each session that adds to another is.
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
  const session = ({ statement }: Power): number | undefined => sessionOf.get(statement);
  const combinations =
    sessions.length === 1
      ? combinationsOf(powers)
      : sessions.flatMap((_, at) =>
          combinationsOf(powers, (first, second) => session(first) !== at && session(second) === at),
        );
  return combinations
    .filter((one) => one.kind === kind)
    .flatMap((one): Sum[] => {
      const [first, second] = [pieceOf.get(one.first.statement), pieceOf.get(one.second.statement)];
      return first === undefined || second === undefined ? [] : [{ ...one, pieces: [first, second] }];
    });
}
