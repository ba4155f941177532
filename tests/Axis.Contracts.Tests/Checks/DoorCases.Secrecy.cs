using Axis.Contracts.Checks;

namespace Axis.Contracts.Tests.Checks;

internal static partial class DoorCases
{
    private static IReadOnlyList<DoorCase> Secrets =>
    [
        .. new[]
        {
            "MẬT", "[MẬT] Báo cáo tình hình", "(Tối mật) Kế hoạch bảo đảm an ninh", "Kế hoạch bảo đảm an ninh (Tuyệt mật)", "MẬT: Báo cáo tình hình", "Mật - Báo cáo tình hình",
            "TỐI MẬT Báo cáo tình hình", "MẬT Báo cáo tình hình", "Báo cáo tình hình TUYỆT MẬT", "Báo cáo tình hình - Mật", "Độ mật: Tối mật. Báo cáo", "V/v [MẬT] báo cáo tình hình",
            "Văn bản mật: báo cáo tình hình", "Tuyệt mật báo cáo tình hình", "[MA\u0323\u0302T] Báo cáo", "[M\u200BẬT] Báo cáo", "TOI MAT - Bao cao", "[MAT] Bao cao", "Mức mật: MẬT",
            "MẬT: Nghị quyết về quy hoạch", "MẬT - Mã số 12", "MẬT Mã số 12", "Hồ sơ: mật", "Báo cáo [MẬT] tình hình",
        }.Select(subject => Form("marked: " + subject, header => header with { Subject = subject }, "AXS-2301! Subject")),
        .. new[]
        {
            "V/v bảo vệ bí mật nhà nước", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "V/v tăng cường công tác bảo mật", "Quy chế BẢO MẬT", "V/v ban hành danh mục bí mật nhà nước độ Tối mật, Mật",
            "V/v thay đổi mật khẩu", "Mật khẩu truy cập hệ thống", "V/v mật độ dân số", "Mật ong rừng", "Hội nghị về mật mã", "V/v giải mật tài liệu lưu trữ", "Mật mã - hướng dẫn sử dụng",
            "V/v bảo mật: hướng dẫn", "Phòng chống lộ, lọt bí mật", "HƯỚNG DẪN SỬ DỤNG CHỨNG THƯ BẢO MẬT", "V/v cam kết bảo mật - bí mật", "V/v mặt bằng sản xuất", "MAT: Bao cao",
            "V/v thời hạn bảo vệ bí mật nhà nước độ mật", "Thành lập Ban Cơ mật", "MẬT MÃ và ứng dụng", "Mật-khẩu: cách đặt", "Cam kết quan hệ thân mật", "Hướng dẫn xác định độ mật: Mật, Tối mật, Tuyệt mật", "Độ mật: không", "Mua thiết bị (MAT)",
            "Danh mục tài liệu (mật, tối mật)", "Hướng dẫn điều trị bệnh lý gan-mật", "Phẫu thuật gan - mật", "Hướng dẫn điều trị SỎI MẬT", "Xử lý văn bản độ khẩn/mật",
            "Danh mục bí mật nhà nước (Mật) của ngành Y tế", "Kỹ thuật dẫn lưu mật",
        }.Select(subject => Form("not marked: " + subject, header => header with { Subject = subject })),
        Form("marked type", header => header with { TypeName = "Công văn mật" }, "AXS-2301! DocumentType/TypeName", "AXS-2804? DocumentType/TypeName"),
        Form("marked type in brackets", header => header with { TypeName = "Công văn (Tối mật)" }, "AXS-2301! DocumentType/TypeName", "AXS-2804? DocumentType/TypeName"),
        Form("a type about confidentiality", header => header.With(notation: "QC-VPCP") with { TypeName = "Quy chế bảo mật" }, "AXS-2804? DocumentType/TypeName"),
        Form("marked notation", header => header.With(notation: "VPCP-MẬT"), "AXS-2301! Code/CodeNotation"),
        Form("marked notation in brackets", header => header.With(notation: "VPCP-TTĐT(TỐI MẬT)"), "AXS-2301! Code/CodeNotation"),
        Form("a notation with a group like it", header => header.With(notation: "VPCP-MATĐ")),
        Form("marked summary", header => header with { Content = "Độ mật: Mật\nKính gửi các đơn vị" }, "AXS-2301! Content"),
        Form("a summary about secrets", header => header with { Content = "Nội dung quy định về bảo vệ bí mật nhà nước, độ mật của tài liệu và việc giải mật." }),
        Form("marked appendix", header => header with { Appendixes = ["Phụ lục I", "Phụ lục II (Mật)"] }, "AXS-2301! OtherInfo/Appendixes/Appendix[2]"),
        Form("marked everywhere", header => header.With(notation: "MẬT-VPCP") with { Subject = "MẬT", Content = "[TỐI MẬT]" },
            "AXS-2301! Code/CodeNotation", "AXS-2301! Subject", "AXS-2301! Content"),
        .. new[] { "MẬT.pdf", "MẬT_BC 12.pdf", "BC12_TỐI MẬT.docx", "cong van (mật).pdf", "tuyet mat.pdf", "TOI_MAT_BC.pdf", "Báo cáo MẬT.pdf", "[MAT] bao cao.pdf", "mật.pdf.zip", "MẬT_BC12.pdf", "BÁO_CÁO_MẬT.pdf" }
            .Select(name => File("marked: " + name, name, "AXS-2301! Attachment[1]/AttachmentName")),
        .. new[]
            {
                "Quy chế bảo mật.pdf", "Quy_che_bảo_mật.pdf", "bí mật nhà nước.pdf", "mật khẩu.xlsx", "mật-mã.pdf", "MATRIX.pdf", "mat bang.pdf", "BẢO MẬT.pdf", "huong dan bao mat.pdf",
                "mật độ.pdf", "format.pdf", "bảo-mật.pdf", "Điều_trị_sỏi_mật.pdf", "Danh_mục_tài_liệu_mật.docx", "Mẫu-dấu-mật.png", "SỎI_MẬT.pdf",
            }.Select(name => File("not marked: " + name, name)),
    ];

    private static DoorCase File(string name, string file, params string[] expected) => new(CheckRule.R8, "file " + name,
        package => package with { Attachments = [package.Attachments[0] with { Name = file }, package.Attachments[1]] }, Known, expected);
}
