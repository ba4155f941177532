namespace Axis.Contracts.Edxml;

/// <summary>Number and notation of a document, e.g. <c>7816</c> and <c>VPCP-TTĐT</c>.</summary>
/// <param name="Number">CodeNumber, at most 11 characters.</param>
/// <param name="Notation">CodeNotation, at most 30 characters.</param>
public sealed record DocumentCode(string Number, string Notation)
{
    /// <summary>The printed form, <c>7816/VPCP-TTĐT</c>.</summary>
    public string Printed => Number + "/" + Notation;

    /// <inheritdoc/>
    public override string ToString() => Printed;
}
