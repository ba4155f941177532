namespace Axis.Hub.Operate.Doctor;

/// <summary>Compares another machine's clock with this one's.</summary>
internal static class Clock
{
    public static Diagnosis Compare(string check, DateTimeOffset other, DateTimeOffset own, TimeSpan tolerance)
    {
        var skew = other - own;
        return skew.Duration() <= tolerance
            ? Diagnosis.Well(check, $"{skew.TotalSeconds:0.0} s from this machine's")
            : Diagnosis.Wrong(check, $"{skew.TotalSeconds:0.0} s from this machine's", "synchronise both machines (NTP): due times and certificates are judged by the clock");
    }
}
