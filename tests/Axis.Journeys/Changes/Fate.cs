namespace Axis.Journeys.Changes;

/// <summary>How a document fares at a receiver before anything is asked of it.</summary>
internal enum Fate
{
    /// <summary>Taken in and entered in the register (03).</summary>
    Accepted,

    /// <summary>Taken in and returned (02).</summary>
    Returned,

    /// <summary>In the receiver's adapter; nobody has fetched it.</summary>
    Idle,

    /// <summary>The receiver's adapter is off.</summary>
    Off,

    /// <summary>Taken in (01) and not answered.</summary>
    Arrived,
}
