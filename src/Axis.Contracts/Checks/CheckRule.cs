namespace Axis.Contracts.Checks;

/// <summary>The rules at the hub's door (domain.md 5).</summary>
public enum CheckRule
{
    /// <summary>Adapter known; hash and size of the body.</summary>
    R1 = 1,

    /// <summary>Well-formed UTF-8 XML without DTD, within the caps.</summary>
    R2,

    /// <summary>Elements of the national format.</summary>
    R3,

    /// <summary>The sender is served by its adapter.</summary>
    R4,

    /// <summary>Receivers known and active.</summary>
    R5,

    /// <summary>Manifest and attachments.</summary>
    R6,

    /// <summary>Required content complete.</summary>
    R7,

    /// <summary>Form: type, number, notation, dates.</summary>
    R8,

    /// <summary>Not a duplicate.</summary>
    R9,

    /// <summary>Signatures.</summary>
    R10,

    /// <summary>Recall, update and replacement refer to what exists.</summary>
    R11,

    /// <summary>Sent in time.</summary>
    R12,
}
