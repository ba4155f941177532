namespace Axis.Hub.Platform.Work;

/// <summary>How far long work has come.</summary>
/// <param name="Done">Steps done.</param>
/// <param name="Of">All steps, as far as they are known.</param>
internal readonly record struct Step(int Done, int Of);
