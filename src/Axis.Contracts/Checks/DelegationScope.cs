using Axis.Contracts.Edxml;

namespace Axis.Contracts.Checks;

/// <summary>
/// What a delegation covers (R4): keys of document types, whole families of them (<c>normative</c>, <c>administrative</c>), and <c>status</c> for packages of kind
/// status. No list covers everything.
/// </summary>
public static class DelegationScope
{
    /// <summary>Packages of kind status.</summary>
    public const string Status = "status";

    private static readonly string[] Words = [Status, .. new[] { DocumentFamily.Normative, DocumentFamily.Administrative }.Select(WordOf)];

    /// <summary>The word that a person's entry means: one of the three, or the key of the type with this key, name or abbreviation; <c>null</c>: none.</summary>
    public static string? Find(string entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var text = entry.Trim();
        return Words.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? DocumentTypes.All.FirstOrDefault(type => type.Key.Equals(text, StringComparison.OrdinalIgnoreCase))?.Key
            ?? (DocumentTypes.Find(text) is (var named, TypeMatch.Named) ? named.Key : null);
    }

    /// <summary>True when a delegation with this scope covers the package.</summary>
    public static bool Covers(IReadOnlyCollection<string>? scope, Package package)
    {
        ArgumentNullException.ThrowIfNull(package);
        if (scope is null)
        {
            return true;
        }

        if (package.Edoc is not { } header)
        {
            return scope.Contains(Status);
        }

        return Covers(scope, header.TypeName, header.TypeCode);
    }

    /// <summary>True when a delegation with this scope covers documents of a type. What is asked of a sent document is covered only where that document is.</summary>
    public static bool Covers(IReadOnlyCollection<string>? scope, string? typeName, int? typeCode = null) =>
        scope is null || (typeName is not null && DocumentTypes.Find(typeName, typeCode) is (var type, _) && (scope.Contains(type.Key) || scope.Contains(WordOf(type.Family))));

    private static string WordOf(DocumentFamily family) => family switch
    {
        DocumentFamily.Normative => "normative",
        DocumentFamily.Administrative => "administrative",
        _ => "other",
    };
}
