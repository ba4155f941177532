using System.Collections.Frozen;
using System.Reflection;

namespace Axis.Contracts.Errors;

/// <summary>
/// Every error the axis can answer with. One partial class per area declares its entries as static fields,
/// so that a code exists in one place only.
/// </summary>
public static partial class ErrorCatalogue
{
    private static readonly Lazy<FrozenDictionary<string, ErrorEntry>> ByCode = new(() =>
        typeof(ErrorCatalogue).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.FieldType == typeof(ErrorEntry))
            .Select(field => (ErrorEntry)field.GetValue(null)!)
            .ToFrozenDictionary(entry => entry.Code));

    /// <summary>All entries by code. A code declared twice fails the first look-up.</summary>
    public static IReadOnlyDictionary<string, ErrorEntry> All => ByCode.Value;
}
