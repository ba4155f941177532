namespace Axis.Contracts.Why;

/// <summary>Why a delivery is not at rest: one sentence that names who has to act, the cause, since when, and the next step.</summary>
/// <param name="Party">Who has to act: <c>sender</c>, <c>hub</c>, <c>operator</c>, <c>adapter</c> or <c>agency</c>.</param>
/// <param name="Cause">A fixed word.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="IsAutomatic">True when the next step comes by itself.</param>
/// <param name="NextAt">When it comes at the earliest, UTC; absent where no time is set.</param>
/// <param name="Vietnamese">The sentence.</param>
/// <param name="English">The same in English.</param>
public sealed record WhyStuck(string Party, string Cause, DateTimeOffset Since, bool IsAutomatic, DateTimeOffset? NextAt, string Vietnamese, string English);
