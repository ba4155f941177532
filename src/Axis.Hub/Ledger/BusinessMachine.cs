namespace Axis.Hub.Ledger;

/// <summary>What a status does to the business state.</summary>
internal enum BusinessEffect
{
    /// <summary>The code is the new state.</summary>
    Advance,

    /// <summary>History: a repeat, a late step, or one about a request.</summary>
    Note,

    /// <summary>A 02 after 03..06: its clerk believes to have refused, so he must be told (protocol.md 3).</summary>
    Refuse,

    /// <summary>No national code.</summary>
    Unknown,
}

/// <summary>The business state of a delivery (domain.md 2.2): forward by rank 01 &lt; 03 &lt; 04 &lt; 05 &lt; 06 with any jump; 02 ends it, and only before 03.</summary>
internal static class BusinessMachine
{
    public const string Arrived = "01";
    public const string Refused = "02";

    public static BusinessEffect Decide(string? current, string code) => (current, code) switch
    {
        (_, "13" or "15" or "16") => BusinessEffect.Note,
        (_, not ("01" or "02" or "03" or "04" or "05" or "06")) => BusinessEffect.Unknown,
        (null, _) => BusinessEffect.Advance,
        (Refused, _) => BusinessEffect.Note,
        (Arrived, Refused) => BusinessEffect.Advance,
        (_, Refused) => BusinessEffect.Refuse,
        _ => string.CompareOrdinal(code, current) > 0 ? BusinessEffect.Advance : BusinessEffect.Note,
    };

    /// <summary>True for the codes that answer the sender: 02..06.</summary>
    public static bool Answers(string code) => code is "02" or "03" or "04" or "05" or "06";
}
