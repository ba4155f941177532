namespace Axis.Hub.Ledger;

/// <summary>Transport state of a delivery (domain.md 2.1, protocol.md 5). Set by hub and adapters, never by a status package.</summary>
public enum TransportState
{
    Initial = 0,
    Processing = 1,
    Done = 2,
    Fail = 3,
}
