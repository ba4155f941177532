using Axis.Hub.Statements.Render;

namespace Axis.Hub.Tests.Statements.Render;

/// <summary>What the sides have said, as people read it.</summary>
public sealed class SaidTermsTests
{
    [Fact]
    public void Names_the_side_what_it_says_and_who_and_a_promise_that_was_not_kept()
    {
        var item = SampleStatement.Busy().Items.ReceiveErrors[0];

        var said = SaidTerms.Of(item, SampleStatement.Day);

        said.Vi.ShouldBe("Bên gửi đang chờ bên nhận. Bên nhận hẹn xử lý xong ngày 24/11/2026 (đã quá hẹn): đang sửa máy chủ (Trần Thị B).");
        said.En.ShouldBe("The sender waits for the receiver. The receiver promised it for 24/11/2026 (not kept): đang sửa máy chủ (Trần Thị B).");
        SaidTerms.Of(item, SampleStatement.Day.AddDays(-1)).Vi.ShouldNotContain("quá hẹn", customMessage: "the promised day is not over before its statement");
        SaidTerms.Of(item with { Acts = null }, SampleStatement.Day).ShouldBe(new Term("", ""));
    }

    [Fact]
    public void Stands_in_the_CSV() =>
        System.Text.Encoding.UTF8.GetString(CsvStatement.Write(SampleStatement.Busy(), 1, SampleStatement.IssuedAt)).ShouldContain("Bên nhận hẹn xử lý xong ngày 24/11/2026");
}
