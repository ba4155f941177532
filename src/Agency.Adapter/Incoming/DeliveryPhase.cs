namespace Agency.Adapter.Incoming;

/// <summary>Where a delivery stands in the spool.</summary>
internal enum DeliveryPhase
{
    /// <summary>Spooled with its bytes; not verified yet.</summary>
    Received,

    /// <summary>Spooled; its bytes are still to be fetched from the hub.</summary>
    ContentPending,

    /// <summary>Verified and offered to the agency's system.</summary>
    Available,

    /// <summary>A push interface is about to show it to the agency; counts as handed out.</summary>
    Placing,

    /// <summary>The agency's system has it.</summary>
    Done,

    /// <summary>Could not be taken; a higher attempt is taken in anew.</summary>
    Failed,

    /// <summary>Given back before it was handed out; a higher attempt is taken in anew.</summary>
    Cancelled,
}
