namespace Axis.Hub.Statements.Counting;

/// <summary>What a delivery is at an instant (statement.md 2). The classes part all deliveries that were created before it; the first that fits counts.</summary>
internal enum DeliveryClass
{
    /// <summary>Anything else.</summary>
    NotArrived,

    /// <summary>DONE or 01, without an answer.</summary>
    Arrived,

    /// <summary>02 to 06; for a recall or an update also 15 or 16. At rest.</summary>
    Replied,

    /// <summary>FAIL. At rest once closed.</summary>
    Failed,

    /// <summary>Taken back, recalled or superseded after it had arrived. At rest.</summary>
    Recalled,

    /// <summary>Ended before it was delivered. At rest.</summary>
    Void,
}
