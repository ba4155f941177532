using Axis.Simulator.Clerks;

namespace Axis.Simulator.Nation;

/// <summary>Who lives in the nation and behind which adapter.</summary>
internal sealed record NationPlan(IReadOnlyList<AdapterPlan> Adapters)
{
    private static readonly Addressee[] Known =
    [
        new("G22", "Văn phòng Chính phủ"), new("H29", "UBND Thành phố Hồ Chí Minh"), new("G12", "Bộ Tài chính"), new("H37", "UBND tỉnh Lạng Sơn"),
        new("G18", "Bộ Y tế"), new("H41", "UBND tỉnh Nghệ An"), new("G09", "Bộ Nội vụ"), new("H53", "UBND tỉnh Tây Ninh"),
        new("G17", "Bộ Xây dựng"), new("H14", "UBND tỉnh Cao Bằng"),
    ];

    /// <summary>So many agencies, each with an adapter of its own: well-known ones first, then numbered ones of the simulation.</summary>
    public static NationPlan Of(int agencies) => new(
    [
        .. Enumerable.Range(0, agencies)
            .Select(index => index < Known.Length ? Known[index] : new Addressee(FormattableString.Invariant($"Z{index:00}"), $"Cơ quan mô phỏng {index:00}"))
            .Select(addressee => new AdapterPlan(addressee.Code, [new AgencyPlan(addressee)])),
    ]);
}

/// <summary>An adapter and the agencies that connect through it.</summary>
internal sealed record AdapterPlan(string Code, IReadOnlyList<AgencyPlan> Agencies);

/// <summary>An agency.</summary>
/// <param name="Parent">Code of the agency above it, or null at level 1.</param>
/// <param name="OwnConnection">False: it has no connection of its own and is served by its nearest ancestor's adapter.</param>
internal sealed record AgencyPlan(Addressee Addressee, string? Parent = null, bool OwnConnection = true);
