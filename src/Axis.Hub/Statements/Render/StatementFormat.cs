namespace Axis.Hub.Statements.Render;

/// <summary>A kind of file that a statement is given out as.</summary>
internal enum StatementFormat
{
    /// <summary>The content itself, as it is hashed.</summary>
    Json,

    /// <summary>One table for a spreadsheet.</summary>
    Csv,

    /// <summary>A workbook with a sheet for each list.</summary>
    Xlsx,

    /// <summary>Pages to read and sign, signed by the axis.</summary>
    Pdf,
}
