namespace Agency.Adapter.Outgoing;

/// <summary>Where a submission stands at this adapter.</summary>
internal enum SubmissionState
{
    /// <summary>Durable here, not confirmed by the broker.</summary>
    Waiting,

    /// <summary>Confirmed by the broker, no receipt yet; sent again when none comes.</summary>
    Sent,

    /// <summary>The hub accepted it; its id is pinned.</summary>
    Accepted,

    /// <summary>The hub refused this try; the agency's own repeat is judged afresh.</summary>
    Refused,

    /// <summary>The hub knows the id with other bytes.</summary>
    Conflict,
}
