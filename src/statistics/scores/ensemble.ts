/** A sample that stands for a forecast. */
export interface Ensemble {
  /** In any order. */
  readonly members: ArrayLike<number>;
  /** At least 0, in proportion; equal by default. */
  readonly weights?: ArrayLike<number>;
}

/** Members in ascending order, with weights that sum to 1. */
export interface SortedEnsemble {
  readonly members: Float64Array;
  readonly weights: Float64Array;
}

/** @throws RangeError where there are no members, or weights that do not fit them, are negative or all 0. */
export function sortEnsemble({ members, weights }: Ensemble): SortedEnsemble {
  const count = members.length;
  if (count === 0) throw new RangeError('members: expected one or more, received none');
  if (weights === undefined) {
    return { members: Float64Array.from(members).sort(), weights: new Float64Array(count).fill(1 / count) };
  }
  if (weights.length !== count) {
    throw new RangeError(`weights: expected one for each of ${count} members, received ${weights.length}`);
  }
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (!(weights[i]! >= 0))
      throw new RangeError(`weights[${i}]: expected 0 or more, received ${weights[i]}`);
    total += weights[i]!;
  }
  if (!(total > 0)) throw new RangeError('weights: expected one above 0, received none');
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => members[a]! - members[b]!);
  return {
    members: Float64Array.from(order, (i) => members[i]!),
    weights: Float64Array.from(order, (i) => weights[i]! / total),
  };
}
