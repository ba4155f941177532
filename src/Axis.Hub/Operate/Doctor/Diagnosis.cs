namespace Axis.Hub.Operate.Doctor;

/// <summary>What one check found.</summary>
/// <param name="Check">Area and thing checked.</param>
/// <param name="Health">How it is.</param>
/// <param name="Found">What was seen.</param>
/// <param name="Remedy">How to mend it; null when there is nothing to mend.</param>
internal sealed record Diagnosis(string Check, Health Health, string Found, string? Remedy = null)
{
    public static Diagnosis Well(string check, string found) => new(check, Health.Well, found);

    public static Diagnosis Doubtful(string check, string found, string remedy) => new(check, Health.Doubtful, found, remedy);

    public static Diagnosis Wrong(string check, string found, string remedy) => new(check, Health.Wrong, found, remedy);
}

/// <summary>How a checked thing is.</summary>
internal enum Health
{
    /// <summary>As it should be.</summary>
    Well,

    /// <summary>Works, but somebody should look.</summary>
    Doubtful,

    /// <summary>Does not work.</summary>
    Wrong,
}
