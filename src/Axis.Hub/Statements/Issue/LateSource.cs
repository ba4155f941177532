namespace Axis.Hub.Statements.Issue;

/// <summary>To what an event happened that came late. The numbers stand in the statement that reads them.</summary>
internal enum LateSource
{
    /// <summary>A delivery.</summary>
    Delivery,

    /// <summary>The case of a refusal.</summary>
    Refusal,

    /// <summary>A difference between an adapter's books and the hub's.</summary>
    Difference,
}
