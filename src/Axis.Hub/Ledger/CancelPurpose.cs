namespace Axis.Hub.Ledger;

/// <summary>Why a delivery was asked back.</summary>
internal static class CancelPurpose
{
    /// <summary>The hub gave it up and the adapter did not say so itself (protocol.md 5).</summary>
    public const string Failed = "failed";

    /// <summary>The mended document waits (protocol.md 4).</summary>
    public const string Replaced = "replaced";

    /// <summary>An operator holds it back.</summary>
    public const string Suspend = "suspend";

    /// <summary>Its sender takes it back, recalls it or drops its receiver (protocol.md 3, "Order").</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Another adapter shall have it.</summary>
    public const string Redirect = "redirect";
}

/// <summary>How a cancel was answered.</summary>
internal static class CancelAnswer
{
    /// <summary>Given back before any hand-out.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Handed out already.</summary>
    public const string Taken = "taken";

    /// <summary>
    /// Given back by another spool than that of the first copy: it is sent no more and holds no dispatch back, but void and FAIL wait for an
    /// operator (protocol.md 6).
    /// </summary>
    public const string OtherSpool = "other-spool";
}
