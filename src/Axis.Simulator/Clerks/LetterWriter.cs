namespace Axis.Simulator.Clerks;

/// <summary>Composes letters from a seed: the same seed, agencies and order give the same letters.</summary>
internal sealed class LetterWriter(int seed)
{
    // Types without paper of 775/VPCP-KSTT, with their abbreviations (domain.md 3.1, 3.3).
    private static readonly (string Name, int Code, string Abbreviation)[] Types =
    [
        ("Công văn", 18, ""), ("Công văn", 18, ""), ("Công văn", 18, ""), ("Báo cáo", 14, "BC"), ("Thông báo", 7, "TB"),
        ("Kế hoạch", 10, "KH"), ("Tờ trình", 15, "TTr"), ("Giấy mời", 25, "GM"), ("Quyết định", 2, "QĐ"), ("Chỉ thị", 3, "CT"),
    ];

    private static readonly string[] Subjects =
    [
        "triển khai gửi, nhận văn bản điện tử trên Trục liên thông văn bản quốc gia",
        "tăng cường công tác phòng, chống dịch bệnh trên địa bàn",
        "báo cáo tình hình thực hiện nhiệm vụ phát triển kinh tế - xã hội",
        "rà soát thủ tục hành chính thuộc phạm vi chức năng quản lý",
        "đôn đốc giải ngân vốn đầu tư công",
        "mời họp về chuyển đổi số và cải cách hành chính",
        "góp ý dự thảo Nghị định về công tác văn thư",
        "hướng dẫn ký số và xác thực văn bản điện tử",
        "kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính",
        "bảo đảm an toàn thông tin hệ thống quản lý văn bản",
    ];

    private static readonly (string Competence, string Position)[] Capacities =
    [
        ("TL. BỘ TRƯỞNG", "Chánh Văn phòng"), ("KT. CHỦ TỊCH", "Phó Chủ tịch"), ("TM. ỦY BAN NHÂN DÂN", "Chủ tịch"), ("TUQ. GIÁM ĐỐC", "Trưởng phòng"),
    ];

    private static readonly string[] Signers = ["Nguyễn Văn An", "Trần Thị Bích", "Lê Hoàng Đức", "Phạm Thị Thuỳ Dương", "Đỗ Quang Huy", "Vũ Ngọc Khánh"];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, int> numbers = [];

    /// <summary>Writes the next letter of <paramref name="sender"/> to some of <paramref name="others"/>.</summary>
    public Letter Write(Addressee sender, IReadOnlyList<Addressee> others, DateOnly date, int? receivers = null)
    {
        var (typeName, typeCode, abbreviation) = Types[random.Next(Types.Length)];
        var (competence, position) = Capacities[random.Next(Capacities.Length)];
        numbers[sender.Code] = numbers.GetValueOrDefault(sender.Code) + 1;
        var unit = sender.Code.Replace(".", "", StringComparison.Ordinal);
        return new()
        {
            SenderCode = sender.Code,
            SenderName = sender.Name,
            Receivers = Choose(others, Math.Min(receivers ?? FanOut(), others.Count)),
            Number = numbers[sender.Code],
            Notation = abbreviation.Length == 0 ? unit + "-VP" : abbreviation + "-" + unit,
            Date = date,
            TypeName = typeName,
            TypeCode = typeCode,
            Subject = "V/v " + Subjects[random.Next(Subjects.Length)],
            Place = sender.Code.StartsWith('G') ? "Hà Nội" : sender.Name.Split(' ')[^1],
            Competence = competence,
            Position = position,
            Signer = Signers[random.Next(Signers.Length)],
            Priority = random.Next(20) switch { 0 => 3, 1 => 2, 2 or 3 => 1, _ => 0 },
            Steering = random.Next(25) == 0,
        };
    }

    // A mean near the 3.6 receivers per document of July 2022 (domain.md 8).
    private int FanOut() => random.Next(10) switch { < 3 => 1, < 5 => 2, < 7 => 3, < 9 => 5, _ => 12 };

    private Addressee[] Choose(IReadOnlyList<Addressee> others, int count)
    {
        var pool = others.ToArray();
        random.Shuffle(pool);
        return pool[..count];
    }
}
