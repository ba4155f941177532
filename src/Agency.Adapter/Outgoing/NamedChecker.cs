namespace Agency.Adapter.Outgoing;

/// <summary>The clerk who checked a package before it is handed over (mission S6).</summary>
/// <param name="Name">Name.</param>
/// <param name="Position">Position, or <c>null</c>.</param>
internal sealed record NamedChecker(string Name, string? Position = null);
