namespace Axis.Simulator.Days;

/// <summary>What a nation lives through by its own clock.</summary>
/// <param name="Start">First day, in Vietnam.</param>
/// <param name="Days">How many.</param>
/// <param name="Seed">The same seed gives the same plan.</param>
/// <param name="WithFaults">Things go wrong as planned; else nothing does.</param>
/// <param name="LettersEach">Letters of each agency on a working day.</param>
internal sealed record DaysOptions(DateOnly Start, int Days, int Seed, bool WithFaults, int LettersEach = 2);
