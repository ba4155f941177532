using System.Globalization;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>A column as SQL Server describes it; an unnamed one has no name.</summary>
internal sealed record SqlColumn(string Name, SqlType Type);

/// <summary>A type of SQL Server.</summary>
/// <param name="Length">Of text and bytes; <see cref="Max"/> or null.</param>
internal sealed record SqlType(string Name, int? Length = null)
{
    public const int Max = -1;

    /// <summary>What is told of NULL: it takes the type of what stands beside it.</summary>
    public static readonly SqlType Unknown = new("null");

    public static SqlType Of(DataTypeReference reference)
    {
        var type = (ParameterizedDataTypeReference)reference;
        int? length = type.Parameters is [var first, ..]
            ? first is MaxLiteral ? Max : int.Parse(first.Value, CultureInfo.InvariantCulture)
            : null;
        return new(type.Name.BaseIdentifier.Value, length);
    }

    /// <summary>A value as Microsoft.Data.SqlClient hands it out.</summary>
    public object Sample => Name switch
    {
        "int" => 3,
        "bigint" => 3L,
        "bit" => true,
        "nvarchar" => "x",
        "uniqueidentifier" => new Guid("0192f0c1-0000-7000-8000-000000000001"),
        "datetimeoffset" => new DateTimeOffset(2026, 11, 24, 5, 0, 0, TimeSpan.Zero),
        "date" => new DateTime(2026, 11, 24),
        "varbinary" => new byte[] { 1, 2 },
        _ => throw new NotSupportedException($"The rehearsal knows no {Name}; teach it what the driver makes of it."),
    };

    public override string ToString() => Length switch
    {
        null => Name,
        Max => Name + "(max)",
        var length => $"{Name}({length})",
    };
}
