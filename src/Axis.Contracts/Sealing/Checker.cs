using Axis.Contracts.Checks;

namespace Axis.Contracts.Sealing;

/// <summary>
/// The clerk who checked a document before it was handed over (mission S6), as the sender's own system named him. The seal covers it like the rest of the
/// manifest; it is the sender's word and nobody else's.
/// </summary>
/// <param name="Name">Name, see <see cref="IsName"/>.</param>
/// <param name="At">When the document was handed over under this name; kept in UTC to the millisecond, the rest is cut off.</param>
/// <param name="Position">Position under the same rule, or <c>null</c>.</param>
public sealed record Checker(string Name, DateTimeOffset At, string? Position = null)
{
    /// <summary>Most UTF-16 units of a name or a position.</summary>
    public const int MaxLength = 200;

    /// <inheritdoc cref="Checker(string, DateTimeOffset, string?)"/>
    public DateTimeOffset At { get; init; } = Manifest.ToMillisecond(At);

    /// <summary>
    /// True for what can name a person or a position: 1 to 200 UTF-16 units without control characters and lone surrogates, neither blank nor a
    /// <see cref="Placeholder"/>.
    /// </summary>
    public static bool IsName(string? text) =>
        ManifestRules.IsText(text, MaxLength) && !Placeholder.IsBlank(text) && !Placeholder.Is(text);
}
