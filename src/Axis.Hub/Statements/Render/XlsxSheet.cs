namespace Axis.Hub.Statements.Render;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">On its tab; 31 letters at most.</param>
/// <param name="Columns">Its columns; their names are the first row, which stays in sight.</param>
/// <param name="Rows">Its cells: text, int, long, day, time or length of time, or <c>null</c>.</param>
internal sealed record XlsxSheet(string Name, IReadOnlyList<XlsxColumn> Columns, IReadOnlyList<object?[]> Rows);

/// <summary>A column of a sheet.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Width">In letters.</param>
internal sealed record XlsxColumn(Term Name, double Width);
