using Agency.Adapter.Outgoing;
using Axis.Contracts.Errors;
using Axis.Contracts.Sealing;

namespace Agency.Adapter.AgencySystem.Rest;

/// <summary>Reads who checked a document, wherever it stands.</summary>
internal static class CheckerNames
{
    /// <summary>The clerk named, or <c>null</c> when neither name nor position is there.</summary>
    /// <exception cref="RefusedException">What is there is no name (<see cref="Checker.IsName"/>), or a position stands alone.</exception>
    public static NamedChecker? Read(string? name, string? position, string nameAt, string positionAt) => (name, position) switch
    {
        (null, null) => null,
        (_, null) => new(Text(name, nameAt)),
        _ => new(Text(name, nameAt), Text(position, positionAt)),
    };

    private static string Text(string? text, string at) => text?.Trim().Normalize() is { } name && Checker.IsName(name)
        ? name
        : throw new RefusedException(Finding.Refuse(ErrorCatalogue.CheckerUnnamed, at, text));
}
