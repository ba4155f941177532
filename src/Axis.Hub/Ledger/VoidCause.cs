namespace Axis.Hub.Ledger;

/// <summary>Why a delivery is void: final, never dispatched, asked for, resent or targeted (protocol.md 4, 5).</summary>
public enum VoidCause
{
    Void = 1,
    TakenBack = 2,
    Recalled = 3,
    Superseded = 4,
}
