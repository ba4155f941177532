using System.Data;
using System.Reflection;
using Dapper;

namespace Axis.Hub.Tests.Storage.Rehearsal;

/// <summary>Reads one made row with the driver's types through Dapper.</summary>
internal static class RowMapping
{
    public static void Check<T>(string statement, IReadOnlyList<SqlColumn> columns)
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in columns)
        {
            table.Columns.Add(column.Name, column.Type.Sample.GetType());
        }

        table.Rows.Add([.. columns.Select(column => column.Type.Sample)]);
        using var reader = table.CreateDataReader();
        var row = reader.Parse<T>().ToList().ShouldHaveSingleItem();
        if (typeof(T).GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, []) is null || columns is [{ Name: "" }])
        {
            // A single value.
            row.ShouldNotBe(default);
            return;
        }

        foreach (var member in typeof(T).GetProperties().Where(member => member.CanWrite))
        {
            columns.ShouldContain(column => column.Name == member.Name, $"{statement} does not answer with {member.Name}, which {typeof(T).Name} has");
            var value = member.GetValue(row);
            var nothing = member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null;
            value.ShouldNotBe(nothing, $"{typeof(T).Name}.{member.Name} is not filled from {columns.First(column => column.Name == member.Name).Type} of {statement}");
        }
    }
}
