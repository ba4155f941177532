namespace Axis.Contracts.Errors;

/// <summary>
/// Errors of the package reader. The block of a code says which rule of the door it belongs to (domain.md 5):
/// 20xx R2, 21xx R3, 26xx R6, 27xx R7, 28xx R8.
/// </summary>
public static partial class ErrorCatalogue
{
    /// <summary>No byte arrived (R2).</summary>
    public static readonly ErrorEntry InputEmpty = new("AXS-2001", 422, 10, false,
        "Gói tin rỗng.",
        "The package is empty.");

    /// <summary>Not UTF-8, by its bytes or by its declaration (R2).</summary>
    public static readonly ErrorEntry NotUtf8 = new("AXS-2002", 422, 10, false,
        "Gói tin không phải là UTF-8 ({0}).",
        "The package is not UTF-8 ({0}).");

    /// <summary>Something stands before the XML declaration or the root element (R2).</summary>
    public static readonly ErrorEntry BytesBeforeProlog = new("AXS-2003", 422, 10, false,
        "Có dữ liệu đứng trước phần khai báo XML.",
        "There are bytes before the XML declaration.");

    /// <summary>A DOCTYPE (R2); entities would be expanded at the receivers (vxp-protocol 0, trap 14).</summary>
    public static readonly ErrorEntry DtdForbidden = new("AXS-2004", 422, 10, false,
        "Gói tin không được chứa khai báo DOCTYPE.",
        "A DOCTYPE is not allowed.");

    /// <summary>Not well-formed XML (R2).</summary>
    public static readonly ErrorEntry XmlMalformed = new("AXS-2005", 422, 10, false,
        "XML sai cú pháp tại dòng {0}, vị trí {1}: {2}",
        "The XML is not well-formed at line {0}, position {1}: {2}");

    /// <summary>The part outside the attachments is too large (R2).</summary>
    public static readonly ErrorEntry StructureTooLarge = new("AXS-2006", 413, 10, false,
        "Phần thông tin ngoài tệp đính kèm vượt quá {0} byte.",
        "What is not attachment content is larger than {0} bytes.");

    /// <summary>Elements nested too deep (R2).</summary>
    public static readonly ErrorEntry TooDeep = new("AXS-2007", 422, 10, false,
        "Các phần tử lồng nhau quá {0} cấp.",
        "Elements are nested deeper than {0} levels.");

    /// <summary>Too many elements (R2).</summary>
    public static readonly ErrorEntry TooManyElements = new("AXS-2008", 422, 10, false,
        "Gói tin có quá {0} phần tử.",
        "The package has more than {0} elements.");

    /// <summary>Too many attributes on one element (R2).</summary>
    public static readonly ErrorEntry TooManyAttributes = new("AXS-2009", 422, 10, false,
        "Một phần tử có quá {0} thuộc tính.",
        "An element has more than {0} attributes.");

    /// <summary>A name or an attribute is too long (R2).</summary>
    public static readonly ErrorEntry NameTooLong = new("AXS-2010", 422, 10, false,
        "Tên phần tử, tên hoặc giá trị thuộc tính dài quá {0} ký tự.",
        "The name of an element, or an attribute, is longer than {0} characters.");

    /// <summary>A text is too long (R2).</summary>
    public static readonly ErrorEntry TextTooLong = new("AXS-2011", 422, 10, false,
        "Nội dung một phần tử dài quá {0} ký tự.",
        "The text of an element is longer than {0} characters.");

    /// <summary>Too many attachments (R2).</summary>
    public static readonly ErrorEntry TooManyAttachments = new("AXS-2012", 422, 10, false,
        "Gói tin có quá {0} tệp đính kèm.",
        "The package has more than {0} attachments.");

    /// <summary>A text with characters that XML cannot carry (R2; told when a package is to be written).</summary>
    public static readonly ErrorEntry TextUnwritable = new("AXS-2013", 422, 10, false,
        "Nội dung chứa ký tự không được phép trong XML.",
        "The text holds a character that XML cannot carry.");

    /// <summary>Attachment content outside of an attachment (R3).</summary>
    public static readonly ErrorEntry ContentMisplaced = new("AXS-2113", 422, 22, false,
        "Có nội dung ContentTransferEncoded nằm ngoài tệp đính kèm.",
        "There is a ContentTransferEncoded outside of an attachment.");

    /// <summary>Written in the older dialect (R3).</summary>
    public static readonly ErrorEntry OldDialect = new("AXS-2101", 422, 22, false,
        "Gói tin dùng định dạng cũ ({0}); hãy gửi theo QCVN 102:2016/BTTTT.",
        "The package is in the older dialect ({0}); send it by QCVN 102:2016/BTTTT.");

    /// <summary>The root is not edXML (R3).</summary>
    public static readonly ErrorEntry RootUnknown = new("AXS-2102", 422, 22, false,
        "Phần tử gốc {0} không phải là edXML.",
        "The root element {0} is not edXML.");

    /// <summary>An element of the format stands in another namespace (R3).</summary>
    public static readonly ErrorEntry NamespaceWrong = new("AXS-2103", 422, 22, false,
        "Phần tử {0} không thuộc không gian tên của QCVN 102:2016.",
        "Element {0} is not in the namespace of QCVN 102:2016.");

    /// <summary>A mandatory element is absent (R3).</summary>
    public static readonly ErrorEntry ElementMissing = new("AXS-2104", 422, 22, false,
        "Thiếu phần tử bắt buộc {0}.",
        "The mandatory element {0} is missing.");

    /// <summary>An element occurs twice that may occur once (R3).</summary>
    public static readonly ErrorEntry ElementRepeated = new("AXS-2105", 422, 22, false,
        "Phần tử {0} chỉ được xuất hiện một lần.",
        "Element {0} may occur only once.");

    /// <summary>Not a whole number (R3).</summary>
    public static readonly ErrorEntry NumberInvalid = new("AXS-2106", 422, 22, false,
        "Giá trị \"{1}\" của {0} không phải là số nguyên.",
        "The value \"{1}\" of {0} is not a whole number.");

    /// <summary>Outside of the values allowed (R3).</summary>
    public static readonly ErrorEntry ValueUnknown = new("AXS-2107", 422, 22, false,
        "Giá trị \"{1}\" của {0} không thuộc các giá trị cho phép ({2}).",
        "The value \"{1}\" of {0} is not one of those allowed ({2}).");

    /// <summary>An organisation id in none of the three forms (R3; domain.md 1.5).</summary>
    public static readonly ErrorEntry OrganIdInvalid = new("AXS-2108", 422, 22, false,
        "Mã cơ quan \"{0}\" không đúng quy định.",
        "The organisation id \"{0}\" has none of the known forms.");

    /// <summary>An element that holds text holds elements too (R3).</summary>
    public static readonly ErrorEntry TextExpected = new("AXS-2109", 422, 22, false,
        "Phần tử {0} chỉ được chứa văn bản.",
        "Element {0} may hold text only.");

    /// <summary>A status code that is not one of domain.md 1.3 has the code AXS-1013; this is a status that names no document (R3).</summary>
    public static readonly ErrorEntry StatusWithoutTarget = new("AXS-2110", 422, 22, false,
        "Trạng thái không nêu văn bản được phản hồi (DocumentId, hoặc Code và PromulgationDate).",
        "The status names no document it answers (DocumentId, or Code and PromulgationDate).");

    /// <summary>Longer than the national limit (R3, warning).</summary>
    public static readonly ErrorEntry ValueLong = new("AXS-2111", 422, 22, false,
        "{0} dài {1} ký tự, quá {2} ký tự theo quy định.",
        "{0} has {1} characters, more than the {2} of the regulation.");

    /// <summary>A status package carries a body, traces or attachments (R3, warning).</summary>
    public static readonly ErrorEntry StatusWithExtras = new("AXS-2112", 422, 22, false,
        "Gói trạng thái có phần {0} không dùng đến.",
        "The status package carries {0}, which is not used.");

    /// <summary>An edoc without attachment (R6).</summary>
    public static readonly ErrorEntry AttachmentMissing = new("AXS-2601", 422, 21, false,
        "Văn bản không có tệp đính kèm.",
        "The document has no attachment.");

    /// <summary>A manifest reference without its attachment (R6).</summary>
    public static readonly ErrorEntry ReferenceUnmatched = new("AXS-2602", 422, 21, false,
        "Bản kê nêu tệp {0} nhưng không có tệp đính kèm tương ứng.",
        "The manifest names {0}, but there is no such attachment.");

    /// <summary>An attachment that the manifest does not name (R6).</summary>
    public static readonly ErrorEntry AttachmentUnmatched = new("AXS-2603", 422, 21, false,
        "Tệp đính kèm {0} không có trong bản kê.",
        "Attachment {0} is not in the manifest.");

    /// <summary>Base64 that does not decode (R6).</summary>
    public static readonly ErrorEntry Base64Broken = new("AXS-2604", 422, 21, false,
        "Nội dung base64 của tệp {0} bị hỏng ({1}).",
        "The base64 content of {0} does not decode ({1}).");

    /// <summary>An attachment without content (R6).</summary>
    public static readonly ErrorEntry AttachmentEmpty = new("AXS-2605", 422, 21, false,
        "Tệp đính kèm {0} không có nội dung.",
        "Attachment {0} has no content.");

    /// <summary>A transport ZIP that does not unpack (R6).</summary>
    public static readonly ErrorEntry ZipBroken = new("AXS-2606", 422, 21, false,
        "Tệp nén {0} không giải nén được ({1}).",
        "The ZIP {0} does not unpack ({1}).");

    /// <summary>A ZIP that unpacks beyond the caps (R6).</summary>
    public static readonly ErrorEntry ZipTooLarge = new("AXS-2607", 422, 21, false,
        "Tệp nén {0} giải nén vượt quá giới hạn cho phép.",
        "The ZIP {0} unpacks to more than is allowed.");

    /// <summary>A ZIP entry with a folder in its name, which old clients would write outside of their folder (R6).</summary>
    public static readonly ErrorEntry ZipEntryPath = new("AXS-2608", 422, 21, false,
        "Tên mục \"{1}\" trong tệp nén {0} chứa đường dẫn.",
        "The entry \"{1}\" of ZIP {0} has a path in its name.");

    /// <summary>Declared as a ZIP, or of no type, and no ZIP: the national client fails on the whole package (R6).</summary>
    public static readonly ErrorEntry NotAZip = new("AXS-2609", 422, 21, false,
        "Tệp {0} khai kiểu {1} nhưng nội dung không phải tệp nén; phần mềm quốc gia sẽ không đọc được gói tin.",
        "Attachment {0} of type {1} is no ZIP; the national client cannot read such a package.");

    /// <summary>A ZIP under another type: the national client hands out the ZIP under the declared name (R6, warning).</summary>
    public static readonly ErrorEntry ZipUnannounced = new("AXS-2610", 422, 21, false,
        "Tệp {0} là tệp nén nhưng khai kiểu {1}; phần mềm quốc gia sẽ không giải nén.",
        "Attachment {0} is a ZIP of declared type {1}; the national client will not unpack it.");

    /// <summary>A transport ZIP with more than one entry: the national client hands out the first only (R6, warning).</summary>
    public static readonly ErrorEntry ZipHasMore = new("AXS-2611", 422, 21, false,
        "Tệp nén {0} có nhiều mục; phần mềm quốc gia chỉ lấy mục đầu tiên.",
        "The ZIP {0} has several entries; the national client takes the first only.");

    /// <summary>Content ids repeat, so attachments are matched by position (R6, warning).</summary>
    public static readonly ErrorEntry ContentIdRepeated = new("AXS-2612", 422, 21, false,
        "Mã nội dung {0} bị lặp; tệp được đối chiếu theo thứ tự.",
        "Content id {0} repeats; attachments are matched by position.");

    /// <summary>An attachment without a name (R6).</summary>
    public static readonly ErrorEntry AttachmentUnnamed = new("AXS-2613", 422, 21, false,
        "Tệp đính kèm thứ {0} không có tên.",
        "Attachment {0} has no name.");

    /// <summary>An attachment's name that is no plain file name (R6).</summary>
    public static readonly ErrorEntry AttachmentNamePath = new("AXS-2614", 422, 21, false,
        "Tên tệp đính kèm \"{0}\" chứa đường dẫn hoặc ký tự không cho phép.",
        "The attachment name \"{0}\" has a path or a forbidden character in it.");

    /// <summary>A mandatory element is there but empty (R7).</summary>
    public static readonly ErrorEntry ElementEmpty = new("AXS-2701", 422, 22, false,
        "Phần tử bắt buộc {0} để trống.",
        "The mandatory element {0} is empty.");

    /// <summary>A refusal (02) without its reason (R7).</summary>
    public static readonly ErrorEntry ReasonMissing = new("AXS-2702", 422, 22, false,
        "Trạng thái {0} phải nêu lý do.",
        "Status {0} needs a reason.");

    /// <summary>Not a date of the calendar in the form yyyy/MM/dd (R8).</summary>
    public static readonly ErrorEntry DateInvalid = new("AXS-2801", 422, 22, false,
        "Ngày \"{1}\" của {0} không hợp lệ; dạng đúng là yyyy/MM/dd.",
        "The date \"{1}\" of {0} is not valid; the form is yyyy/MM/dd.");

    /// <summary>Not a time in the form yyyy/MM/dd HH:mm:ss (R8).</summary>
    public static readonly ErrorEntry TimestampInvalid = new("AXS-2802", 422, 22, false,
        "Thời điểm \"{1}\" của {0} không hợp lệ; dạng đúng là yyyy/MM/dd HH:mm:ss.",
        "The time \"{1}\" of {0} is not valid; the form is yyyy/MM/dd HH:mm:ss.");
}
