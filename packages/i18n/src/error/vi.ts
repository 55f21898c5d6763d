/** Each text says what is wrong, then what to do, then what has not happened. Nested keys mirror the keys of AppError. */
export const errorVi = {
  unexpected: "Hệ thống gặp trục trặc. Việc vừa làm chưa được ghi. Hãy thử lại; nếu vẫn vậy, báo người quản trị.",
  unauthorized: "Cần đăng nhập để tiếp tục. Chưa có gì được ghi.",
  forbidden: "Tài khoản này không có quyền làm việc đó. Hãy liên hệ người quản trị của đơn vị; chưa có gì thay đổi.",
  notFound: "Không tìm thấy nội dung cần xem. Có thể đường dẫn đã cũ; hãy tìm lại từ danh sách.",
  conflict: "Nội dung đã được người khác sửa. Hãy tải lại trang để xem bản mới nhất; thay đổi vừa rồi chưa được lưu.",
  invalid: "Có thông tin chưa hợp lệ. Hãy xem các chỗ được đánh dấu; chưa có gì được lưu.",
  tooMany: "Thao tác quá nhanh. Hãy chờ {{seconds}} giây rồi thử lại; lần vừa rồi chưa được ghi.",
  offline: "Không kết nối được với máy chủ. Hãy kiểm tra mạng rồi thử lại; chưa có gì được ghi.",
  code: {
    UNAUTHORIZED: "Cần đăng nhập để tiếp tục. Chưa có gì được ghi.",
    FORBIDDEN: "Tài khoản này không có quyền làm việc đó. Hãy liên hệ người quản trị của đơn vị; chưa có gì thay đổi.",
    NOT_FOUND: "Không tìm thấy nội dung cần xem. Có thể đường dẫn đã cũ; hãy tìm lại từ danh sách.",
    CONFLICT: "Nội dung đã được người khác sửa. Hãy tải lại trang để xem bản mới nhất; thay đổi vừa rồi chưa được lưu.",
    INVALID: "Có thông tin chưa hợp lệ. Hãy xem các chỗ được đánh dấu; chưa có gì được lưu.",
    TOO_MANY: "Thao tác quá nhanh. Hãy chờ một phút rồi thử lại; lần vừa rồi chưa được ghi.",
  },
  field: {
    required: "Hãy điền mục này.",
    tooLong: "Dài quá {{max}} ký tự. Hãy viết ngắn lại.",
    tooShort: "Cần ít nhất {{min}} ký tự.",
    date: "“{{value}}” không phải ngày có thật. Hãy ghi theo dạng 23/11/2026.",
    restDay: "{{date}} là ngày nghỉ. Hãy chọn ngày làm việc, gần nhất là {{next}}.",
    number: "Hãy ghi một con số, ví dụ 12,5.",
    range: "Hãy ghi số từ {{min}} đến {{max}}.",
    choice: "Hãy chọn một mục trong danh sách.",
    order: "Ngày kết thúc phải sau ngày bắt đầu.",
    unknown: "Mục này không được nhận ra. Hãy chọn lại.",
  },
  session: {
    wrong: "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ và phím Caps Lock rồi thử lại.",
    wrongPassword: "Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ và phím Caps Lock rồi thử lại.",
    secondFactor:
      "Mã xác thực không đúng hoặc đã dùng rồi. Hãy nhập mã đang hiện trên ứng dụng, hoặc một mã dự phòng chưa dùng; chưa đăng nhập.",
    factorThere: "Tài khoản đã có xác thực hai lớp. Hãy tắt lớp cũ trước khi thiết lập lại; chưa có gì thay đổi.",
    factorNotBegun: "Chưa có khóa nào đang chờ xác nhận. Hãy bấm “Bắt đầu thiết lập” rồi quét mã; chưa có gì thay đổi.",
    factorRequired:
      "Vai trò của tài khoản này bắt buộc phải có xác thực hai lớp nên không tắt được. Nếu đổi điện thoại, hãy nhờ người vận hành đặt lại.",
    wrongCode:
      "Mã không đúng hoặc đã hết hạn. Hãy kiểm tra giờ của điện thoại rồi nhập mã đang hiện; xác thực hai lớp chưa được bật.",
    linkGone:
      "Liên kết đặt mật khẩu đã dùng, đã được thay bằng liên kết khác hoặc quá hạn. Hãy xin người quản trị của đơn vị một liên kết mới; mật khẩu chưa thay đổi.",
    passwordLength: "Mật khẩu phải dài từ {{min}} đến {{max}} ký tự. Mật khẩu chưa được đổi.",
    foreignOrigin: "Biểu mẫu được gửi từ nơi lạ nên không được nhận. Hãy mở lại trang rồi gửi; chưa có gì được ghi.",
    forbidden:
      "Vai trò của tài khoản ở đơn vị này không được làm việc đó. Hãy liên hệ người quản trị của đơn vị; chưa có gì thay đổi.",
    locked: "Đã nhập sai nhiều lần, đăng nhập tạm khóa. Hãy thử lại sau {{minutes}} phút.",
    expired: "Phiên làm việc đã hết hạn. Hãy đăng nhập lại; việc vừa gửi chưa được ghi.",
    disabled: "Tài khoản đã ngừng hoạt động. Hãy liên hệ người quản trị của đơn vị.",
    weakPassword: "Mật khẩu chưa đủ mạnh. Hãy dùng ít nhất {{min}} ký tự, không trùng tên đăng nhập.",
    mismatch: "Hai lần nhập mật khẩu mới không giống nhau. Mật khẩu chưa được đổi.",
    notFound: "Phiên này đã kết thúc trước đó.",
    origin: "Biểu mẫu được gửi từ nơi lạ nên không được nhận. Hãy mở lại trang rồi gửi; chưa có gì được ghi.",
  },
  officerResult: {
    notFound: "Không có kết quả đánh giá này, hoặc không dành cho tài khoản này. Hãy mở lại từ danh sách.",
    state: "Việc này đã chuyển sang bước khác. Hãy tải lại trang để xem bước hiện tại; việc vừa làm chưa được ghi.",
    replyPast: "Hạn giải trình đã qua. Hãy chọn từ hôm nay trở đi; chưa có gì được gửi.",
    replyAwaited:
      "Cán bộ còn được giải trình đến hết ngày {{date}}. Hãy chờ ý kiến, hoặc ghi nhận ý kiến nộp bằng giấy; chưa có quyết định nào được ghi.",
    noSuchName: "Không có tên này trên hồ sơ, hoặc tên chưa được gắn. Hãy tải lại trang; chưa có gì thay đổi.",
    noSuchPerson:
      "Người được chọn không làm việc ở đơn vị, hoặc vai trò không xem được kết quả đánh giá của mình. Hãy chọn người khác; chưa có gì thay đổi.",
  },
  publication: {
    notFound: "Không có bản công bố này. Hãy mở lại từ danh sách.",
    nothingOver:
      "Chưa có thêm tháng nào kết thúc kể từ lần công bố trước. Hãy lập bản mới khi tháng này kết thúc; chưa có gì được tạo.",
    draftThere: "Đã có bản dự thảo cho kỳ này. Hãy mở bản đó; chưa có bản nào được tạo thêm.",
    notDraft: "Bản này không còn là dự thảo. Hãy tải lại trang; chưa có gì thay đổi.",
    notPublished: "Chỉ đính chính được bản đã công bố. Chưa có gì thay đổi.",
    corrected: "Bản này đã được đính chính bằng bản khác. Hãy đính chính bản mới nhất; chưa có gì thay đổi.",
    changed: "Bản dự thảo vừa được sửa. Hãy tải lại trang, xem bản mới rồi ký; chưa có gì được công bố.",
    nothingToShow:
      "Chưa có kết quả nào đủ số phiếu để công bố. Hãy chờ thêm phiếu, hoặc nêu lý do trong phần nhận xét của đơn vị; chưa có gì được công bố.",
    standing: "Việc công bố thường xuyên đã được bật hoặc tắt trước đó. Hãy tải lại trang; chưa có gì thay đổi.",
    unknown: "Mô hình của đơn vị không yêu cầu công bố nội dung này. Hãy chọn trong danh sách; chưa có gì được tạo.",
  },
  staff: {
    noAccount: "Không có tài khoản với tên đăng nhập này. Hãy kiểm tra lại.",
    noFactor: "Tài khoản này chưa bật xác thực hai lớp; không có gì thay đổi.",
    badSignInName: "Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm hoặc gạch. Hãy chọn tên khác.",
    notFound: "Không có người này trong đơn vị. Hãy chọn từ danh sách cán bộ.",
    self: "Không ai tự đổi vai trò hay tài khoản của mình ở đây. Hãy nhờ người khác có quyền; chưa có gì thay đổi.",
    beyond:
      "Người này giữ vai trò mà tài khoản đang dùng không được giao. Hãy nhờ Chủ tịch hoặc người vận hành; chưa có gì thay đổi.",
    elsewhere:
      "Người này còn làm việc ở đơn vị khác, nên tên, thư điện tử và mật khẩu chỉ người vận hành đổi được. Chưa có gì thay đổi.",
    roleUnknown: "Vai trò này không được nhận ra. Hãy chọn trong danh sách.",
    roleBeyond: "Tài khoản đang dùng không được giao hay kết thúc vai trò này. Hãy nhờ Chủ tịch; chưa có gì thay đổi.",
    roleHeld:
      "Người này đã giữ vai trò đó trong khoảng thời gian trùng. Hãy kết thúc lần trước hoặc chọn ngày khác; chưa có gì thay đổi.",
    roleGone: "Vai trò này đã kết thúc. Hãy tải lại trang để xem hiện nay.",
    pastDay:
      "Ngày cuối không được trước hôm qua, vì việc đã làm vẫn thuộc vai trò cũ. Hãy chọn hôm qua hoặc ngày sau đó; chưa có gì thay đổi.",
    lastOne:
      "Đây là Chủ tịch cuối cùng của đơn vị kể từ ngày đó. Hãy giao vai trò Chủ tịch cho người kế nhiệm trước; chưa có gì thay đổi.",
    nameTaken: "Tên đăng nhập này đã thuộc một tài khoản của người khác. Hãy chọn tên khác; chưa có gì được thêm.",
    emailTaken: "Thư điện tử này đã thuộc một tài khoản khác. Hãy kiểm tra lại; chưa có gì được ghi.",
    codeTaken: "Mã cán bộ này đã dùng cho người khác trong đơn vị. Hãy kiểm tra lại; chưa có gì được ghi.",
    fileTooLarge: "Tệp lớn hơn {{max}} MB. Hãy bỏ hình ảnh và các trang thừa rồi tải lại; chưa có gì được ghi.",
    noColumns:
      "Tệp thiếu cột cần có: “Họ và tên”, “Vai trò”, và một trong “Mã cán bộ”, “Thư điện tử”, “Tên đăng nhập”. Hãy tải tệp mẫu về điền; chưa có gì được ghi.",
    listEmpty: "Tệp không có dòng nào dưới hàng tiêu đề. Hãy điền rồi tải lại.",
    listTooLong: "Tệp có hơn {{max}} dòng. Hãy chia thành nhiều tệp; chưa có gì được ghi.",
    listNotFound: "Không có lần nhập này. Hãy tải tệp lên lại.",
    listDone: "Lần nhập này đã xong hoặc đã bỏ. Hãy tải tệp lên lại nếu cần; không có gì thay đổi thêm.",
    listWrong: "Danh sách còn {{count}} chỗ sai. Hãy sửa trong tệp rồi tải lên lại; chưa có gì được ghi.",
  },
  unit: {
    notFound: "Không có đơn vị này, hoặc tài khoản không được xem. Hãy chọn đơn vị từ danh sách.",
    ended: "Đơn vị đã kết thúc ngày {{date}}, chỉ còn xem được. Hãy ghi ở đơn vị kế tục.",
    outside: "Đơn vị này không trực thuộc đơn vị đang chọn. Hãy chọn đơn vị cấp trên của nó.",
  },
  model: {
    planProblems:
      "Bản nháp còn {{count}} chỗ chưa hợp lệ nên chưa làm được kế hoạch. Hãy mở phần kiểm tra của bản nháp để sửa, rồi tải lại.",
    noDraft: "Mô hình này không có bản nháp. Hãy tạo bản nháp mới từ bản đang áp dụng.",
    idChanged:
      "Mã của mô hình là “{{id}}”, không đổi được trong bản nháp. Hãy giữ mã đó, hoặc tải văn bản lên thành mô hình mới; bản nháp chưa thay đổi.",
    notFound: "Không tìm thấy mô hình. Có thể mô hình thuộc đơn vị khác; hãy chọn từ thư viện.",
    entryNotFound:
      "Không có mục “{{id}}” trong mô hình. Hãy tải lại trang để xem bản mới nhất; bản nháp chưa thay đổi.",
    notSameModel:
      "Hai bản này thuộc hai mô hình khác nhau nên không so sánh được. Hãy chọn hai bản của cùng một mô hình.",
    versionNotFound: "Không tìm thấy bản này của mô hình.",
    invalid: "Mô hình có {{count}} chỗ chưa hợp lệ. Hãy sửa theo danh sách bên dưới; bản nháp trước đó vẫn được giữ.",
    badYaml: "Không đọc được văn bản mô hình ở dòng {{line}}: {{message}}. Bản nháp chưa thay đổi.",
    floorLowered:
      "“{{rule}}” là mức sàn của {{unit}}: được nâng, không được hạ. Hãy giữ “{{floor}}” hoặc chặt hơn; bản nháp chưa được lưu.",
    floorOmitted: "“{{rule}}” là mức sàn của {{unit}}, không được bỏ. Bản nháp chưa được lưu.",
    unknownKind: "Không có loại quy tắc “{{kind}}”. Hãy chọn một loại trong danh sách.",
    unknownReference: "“{{id}}” được nhắc tới nhưng không có trong mô hình. Hãy thêm hoặc bỏ chỗ nhắc.",
    published: "Bản này đã ban hành nên không sửa được. Hãy tạo bản nháp mới từ bản này.",
    alreadyPublished: "Bản này đã được ban hành trước đó.",
    nothingToUndo: "Không còn thay đổi nào để hoàn tác. Bản nháp vẫn như đang thấy.",
    changed: "Bản nháp đã được người khác sửa. Hãy tải lại để xem; thay đổi vừa rồi chưa được lưu.",
    effectivePast: "Ngày có hiệu lực phải sau hôm nay: hồ sơ đã nhận không bị chấm lại. Bản chưa được ban hành.",
    effectiveOverlap: "Đã có bản khác có hiệu lực từ {{date}}. Hãy chọn ngày khác; bản chưa được ban hành.",
    noScorecard: "Mô hình chưa có bảng điểm nên chưa thể tính điểm. Hãy thêm bảng điểm vào bản nháp.",
    extendsMissing: "Không tìm thấy mô hình gốc “{{id}}”. Hãy chọn mô hình gốc khác.",
    exists: "Đơn vị đã có mô hình mang mã “{{id}}”. Hãy đặt mã khác.",
    forbidden: "Chỉ người giữ mô hình của đơn vị được sửa mô hình. Chưa có gì thay đổi.",
  },
  lookUp: {
    notFound:
      "Không có hồ sơ nào ứng với mã hồ sơ và mã tra cứu này. Hãy xem lại hai mã trên giấy tiếp nhận; vẫn không được, xin hỏi bộ phận một cửa.",
    tooMany:
      "Đã thử nhiều lần không đúng nên việc tra cứu tạm dừng. Hãy thử lại sau {{minutes}} phút, hoặc hỏi bộ phận một cửa.",
    tooManyPhone:
      "Đã thử nhiều lần bằng số điện thoại không đúng. Hãy dùng mã tra cứu trên giấy tiếp nhận, hoặc thử lại sau {{hours}} giờ.",
    over: "Lần tra cứu này đã đóng sau 30 phút. Hãy ghi lại mã hồ sơ và mã tra cứu.",
  },
  paper: {
    notFound: "Không tìm thấy tập phiếu giấy này. Hãy chọn lại từ danh sách.",
    sheetNotFound: "Tập không có phiếu mang số này. Hãy chọn lại từ danh sách phiếu.",
    notTyping: "Tập phiếu này đã kết thúc nhập. Hãy tải lại trang; phiếu vừa rồi chưa được ghi.",
    notChecking: "Tập phiếu này không ở bước kiểm tra. Hãy tải lại trang để xem; chưa có gì được ghi.",
    otherSide: "Phiếu của Mặt trận Tổ quốc và phiếu của cơ quan do hai bên nhập riêng. Chưa có gì được ghi.",
    day: "Ngày thu phiếu phải nằm trong thời gian phiếu được mở và không sau hôm nay. Hãy chọn lại; chưa có gì được ghi.",
    noSuchProcedure: "Không có thủ tục này trong danh mục. Hãy chọn lại từ danh sách; chưa có gì được ghi.",
    noSuchPoint: "Nơi hỏi này không còn dùng. Hãy chọn lại từ danh sách; chưa có gì được ghi.",
    notEmpty: "Tập đã có phiếu nên không bỏ được. Hãy xóa các phiếu nhập nhầm trước; chưa có gì thay đổi.",
    empty: "Tập chưa có phiếu nào. Hãy nhập ít nhất một phiếu rồi kết thúc nhập.",
    begun: "Đã có phiếu được nhập lần hai nên không quay lại nhập được. Hãy kiểm tra tiếp các phiếu còn lại.",
    notDrawn: "Phiếu này không chờ nhập lần hai. Hãy chọn phiếu khác trong danh sách.",
    samePerson: "Người đã nhập lần một không nhập lại chính phiếu đó. Hãy nhờ người khác; chưa có gì được ghi.",
    chooseAll: "Hãy chọn câu trả lời đúng cho từng câu khác nhau; chưa có gì được ghi.",
    notPossible: "Các câu trả lời đã chọn không đi cùng nhau được. Hãy xem lại phiếu giấy; chưa có gì được ghi.",
    unsettled: "Còn phiếu chờ nhập lần hai hoặc chờ đối chiếu. Hãy làm xong rồi nộp; tập chưa được nộp.",
  },
  answering: {
    flood:
      "Có quá nhiều phiếu gửi từ một nơi trong một phút. Hãy chờ {{seconds}} giây rồi bấm gửi lại; phiếu vừa rồi chưa được ghi.",
  },
  webhook: {
    notFound: "Không tìm thấy địa chỉ nhận sự kiện này. Có thể đã được bỏ; hãy tải lại trang.",
    deliveryNotFound:
      "Không tìm thấy lần gửi này, hoặc địa chỉ nhận đã được bỏ. Hãy tải lại trang; chưa có gì được gửi.",
    notFailed: "Lần gửi này đã tới nơi hoặc đang chờ gửi. Hãy tải lại trang để xem; chưa có gì được gửi thêm.",
    forbiddenAddress:
      "Địa chỉ này nằm trong máy chủ hoặc mạng nội bộ nên không được dùng. Hãy ghi địa chỉ công khai, hoặc nhờ người vận hành mở mạng đó; chưa có gì được thêm.",
    noAddress: "Không tìm thấy máy chủ mang tên này. Hãy kiểm tra lại địa chỉ; chưa có gì được thêm.",
    notHttps: "Địa chỉ ngoài mạng nội bộ phải bắt đầu bằng https://. Hãy ghi lại; chưa có gì được thêm.",
    exists: "Đơn vị đã có địa chỉ này. Hãy dùng dòng có sẵn; chưa có gì được thêm.",
    tooMany: "Mỗi đơn vị có tối đa {{most}} địa chỉ. Hãy bỏ bớt một địa chỉ cũ; chưa có gì được thêm.",
  },
  adoption: {
    none: "Đơn vị chưa đăng ký mô hình vào ngày này. Hãy đăng ký mô hình trước; chưa có gì được ghi.",
    judged:
      "Hồ sơ nhận từ {{from}} đã được xét theo mô hình đang áp dụng nên kết quả giữ nguyên. Hãy chọn ngày từ {{next}} trở đi; chưa có gì thay đổi.",
    notFound: "Không tìm thấy lần đăng ký mô hình này.",
    overlap:
      "Đơn vị đã đăng ký một mô hình trong thời gian này, từ {{from}}. Hãy kết thúc lần đăng ký đó trước; chưa có gì thay đổi.",
    notPublished: "Mô hình chưa có bản ban hành nên chưa đăng ký được. Hãy ban hành trước.",
    reasonMissing: "Không đăng ký thì cần nêu lý do hoặc văn bản trả lời. Chưa có gì được ghi.",
    ended: "Lần đăng ký này đã kết thúc ngày {{date}}, không sửa được.",
    registered: "Thủ tục {{code}} đã có trong danh mục đăng ký.",
  },
  procedure: {
    notFound: "Không có thủ tục mang mã {{code}}. Hãy tìm theo tên trong danh mục.",
    noTerm: "Thủ tục {{code}} chưa có thời hạn trong danh mục. Hãy ghi hạn trả bằng tay.",
  },
  dossier: {
    notFound: "Không tìm thấy hồ sơ ở đơn vị này. Hãy kiểm tra lại mã hồ sơ.",
    exists: "Mã hồ sơ {{code}} đã có. Hãy mở hồ sơ đó, hoặc kiểm tra lại mã; chưa có hồ sơ nào được ghi.",
    changed: "Hồ sơ vừa được người khác ghi thêm. Hãy tải lại trang để xem; việc vừa rồi chưa được ghi.",
    notReceived: "Diễn biến này được ghi cho hồ sơ chưa tiếp nhận. Hãy ghi lúc nộp hồ sơ trước; chưa có gì được ghi.",
    notPossible: "Hồ sơ không còn ở trạng thái cho phép làm việc đó. Hãy xem lại diễn biến; chưa có gì được ghi.",
    "not-possible": "Hồ sơ không ở trạng thái cho phép làm việc đó. Chưa có gì được ghi.",
    eventBefore: "Thời điểm này trước việc ghi gần nhất, lúc {{time}}. Hãy sửa lại; chưa có gì được ghi.",
    longAgo: "Thời điểm này đã quá {{days}} ngày. Việc cũ hơn hãy nhập bằng tệp; chưa có gì được ghi.",
    needsChairman:
      "Hồ sơ này đã được yêu cầu bổ sung một lần. Lần thứ hai phải do lãnh đạo ghi lý do; hãy trình lãnh đạo. Chưa có gì được ghi.",
    eventFuture: "Thời điểm này chưa đến. Hãy sửa lại; chưa có gì được ghi.",
    alreadyClosed: "Hồ sơ đã kết thúc, không ghi thêm được.",
    dueFar: "Ngày hẹn không được quá một năm kể từ lúc tiếp nhận. Hãy xem lại năm đã ghi. Chưa có gì được ghi.",
    duePast: "Ngày hẹn phải sau lúc tiếp nhận. Chưa có gì được ghi.",
    forbidden: "Tài khoản này không được ghi hồ sơ ở đơn vị. Chưa có gì được ghi.",
  },
  form: {
    notFound: "Hồ sơ này không có việc nào cần Mẫu {{form}}. Hãy xem mục Giấy tờ của hồ sơ.",
    tooLong:
      "Sổ có {{count}} hồ sơ, bản in chứa nhiều nhất {{max}}. Hãy chọn kỳ ngắn hơn, hoặc tải bảng tính; chưa có gì được in.",
    missing: {
      applicantName:
        "Hồ sơ chưa có họ tên người nộp, nên chưa lập được phiếu. Hãy bổ sung họ tên vào hồ sơ rồi in lại.",
      papers:
        "Lần yêu cầu bổ sung này không ghi giấy tờ nào, nên chưa lập được Mẫu 02. Hãy xem diễn biến trên hệ thống của tỉnh.",
      reason: "Việc này không ghi lý do, nên chưa lập được phiếu. Hãy xem lý do trên hệ thống của tỉnh.",
      cause: "Lần xin lỗi này không ghi nguyên nhân, nên chưa lập được Mẫu 04. Hãy soạn thư xin lỗi có nguyên nhân.",
      newDueAt:
        "Lần xin lỗi này không ghi ngày hẹn mới, nên chưa lập được Mẫu 04. Hãy soạn thư xin lỗi có ngày hẹn mới.",
    },
  },
  survey: {
    textNotFound: "Ý kiến này không còn ở đây. Hãy quay lại danh sách ý kiến; chưa có gì thay đổi.",
    noOffer:
      "Mô hình đang thực hiện không có phiếu này, hoặc phiếu đã mở đúng như vậy. Hãy quay lại danh sách phiếu; chưa có gì thay đổi.",
    offerChanged: "Mô hình vừa đổi nên phiếu không còn như Ông/Bà đã xem. Hãy xem lại rồi mở; phiếu chưa được mở.",
    alreadyOpen: "Phiếu này đang mở. Không có gì thay đổi.",
    alreadyClosed: "Phiếu này đã đóng. Không có gì thay đổi.",
    superseded: "Đã có bản mới hơn của phiếu này. Hãy dùng bản mới; bản cũ vẫn đóng.",
    formNotFound: "Không tìm thấy phiếu này ở đơn vị. Hãy quay lại danh sách phiếu.",
    formNotOpen: "Phiếu này chưa mở hoặc đã đóng. Hãy mở phiếu trước; chưa có gì được ghi.",
    pointNotFound: "Không tìm thấy điểm khảo sát này ở đơn vị. Hãy tải lại trang.",
    noPoints: "Không có điểm khảo sát nào đang dùng để in mã. Hãy thêm một điểm trước.",
    noMail: "Máy chủ này không gửi thư điện tử. Hãy in phiếu mời trao cùng kết quả; chưa có gì được gửi.",
    mailFailed: "Thư điện tử chưa gửi được. Hãy xem lại địa chỉ rồi gửi lại, hoặc in phiếu mời trao cùng kết quả.",
    tooManySheets:
      "Có {{count}} mã, mỗi tệp chứa nhiều nhất {{max}}. Hãy lọc theo tên đơn vị rồi in từng phần; chưa có gì được in.",
    noPublicSite:
      "Máy chủ chưa được cho biết địa chỉ trang của xã, phường. Hãy báo người vận hành đặt GANDAN_PUBLIC_URL; chưa có gì được in.",
    notFinished: "Hồ sơ chưa có kết quả. Hãy in phiếu mời khi trả kết quả; hoặc dùng mã trên giấy tiếp nhận.",
    noInvitation: "Đơn vị chưa chọn phiếu hỏi theo hồ sơ. Hãy mở mục Khảo sát và chọn phiếu; chưa có gì được in.",
  },
  public: {
    noProcedure: "Không có thủ tục này. Hãy tìm lại trong danh sách thủ tục.",
    noPlan: "Đơn vị chưa đăng ký mô hình nào nên chưa có kế hoạch. Hãy xem lại sau.",
    noSeal: "Đơn vị chưa có biểu trưng.",
    sealKind: "Tệp không phải hình PNG, JPEG hoặc WebP. Hãy chọn tệp hình khác; biểu trưng chưa thay đổi.",
    sealBroken: "Tệp hình bị hỏng hoặc thiếu. Hãy lưu lại hình rồi thử lại; biểu trưng chưa thay đổi.",
    sealLarge:
      "Hình quá lớn: tối đa {{kb}} kB và {{pixels}} điểm mỗi chiều. Hãy thu nhỏ hình; biểu trưng chưa thay đổi.",
    hostKnown: "Tên miền {{host}} đã được ghi cho một đơn vị. Hãy hỏi người vận hành; chưa có gì thay đổi.",
    hostsSeveral: "Nhiều đơn vị xin tên miền này. Hãy nêu rõ đơn vị; chưa có gì thay đổi.",
    hostsMany: "Mỗi đơn vị có nhiều nhất {{count}} tên miền. Hãy bỏ bớt rồi thử lại; tên này chưa được ghi.",
    noHost: "Tên miền này không còn trong danh sách. Hãy tải lại trang.",
  },
  calendar: {
    past: "Ngày {{date}} đã qua nên không đổi được: kết quả đã chấm giữ nguyên. Hãy chọn ngày từ hôm nay trở đi.",
    tooFar: "Chỉ ghi được ngày đến {{last}}. Hãy kiểm tra lại năm; ngày này chưa được ghi.",
    dayExists: "Đơn vị đã ghi ngày {{date}}. Hãy bỏ dòng cũ trước nếu muốn ghi khác; chưa có gì thay đổi.",
    dayNotFound: "Không còn ngày {{date}} trong lịch riêng của đơn vị. Hãy tải lại trang.",
    tooMany: "Lịch riêng đã có {{most}} ngày. Hãy xin cấp trên đưa vào lịch chung; ngày này chưa được ghi.",
  },
  settings: {
    changed: "Cài đặt vừa được người khác đổi. Hãy tải lại trang để xem bản mới; thay đổi vừa rồi chưa được lưu.",
  },
  feedback: {
    notFound: "Không tìm thấy góp ý này. Hãy kiểm tra lại đường dẫn hoặc tìm trong danh sách; chưa có gì thay đổi.",
    changed: "Góp ý vừa có thay đổi. Hãy tải lại trang để xem bản mới nhất; việc vừa làm chưa được ghi.",
    noPerson: "Người này không còn trả lời góp ý ở đơn vị. Hãy chọn người khác; chưa có gì được ghi.",
    noContact: "Người góp ý không để lại hoặc đã xóa thông tin liên hệ.",
    noName: "Người góp ý không để lại họ tên nên chưa soạn được thư. Chưa có gì được ghi.",
    notAgain: "Góp ý này không gửi lại được nữa. Ông/Bà có thể gửi góp ý mới; chưa có gì thay đổi.",
    refused: "Chưa nhận được góp ý. Hãy mở lại trang, điền và gửi lần nữa; chưa có gì được gửi.",
    tooFast: "Biểu mẫu được gửi quá nhanh. Hãy chờ vài giây rồi bấm gửi lần nữa; chưa có gì được gửi.",
    stale: "Trang đã mở quá lâu. Nội dung vẫn còn bên dưới; hãy bấm gửi lần nữa. Chưa có gì được gửi.",
    formUsed:
      "Biểu mẫu này đã gửi một góp ý khác. Nếu đây là góp ý mới, hãy bấm gửi lần nữa; góp ý trước vẫn được giữ.",
    tooMany:
      "Đã có nhiều góp ý gửi từ mạng này. Hãy thử lại sau {{minutes}} phút hoặc gọi đường dây nóng; góp ý này chưa được gửi.",
    unitFull:
      "Hôm nay đơn vị đã nhận quá nhiều góp ý qua trang này. Hãy gọi đường dây nóng hoặc gửi lại ngày mai; góp ý này chưa được gửi.",
    photoTooLarge: "Có ảnh lớn hơn {{max}} MB. Hãy chọn ảnh nhỏ hơn; góp ý chưa được gửi.",
    photoKind: "Có tệp không phải ảnh JPEG, PNG hoặc WebP. Hãy chọn ảnh chụp; góp ý chưa được gửi.",
    photoBroken: "Có tệp ảnh bị hỏng, không đọc được. Hãy chọn lại hoặc chụp lại; góp ý chưa được gửi.",
    photoHuge: "Có ảnh quá nhiều điểm ảnh. Hãy chọn ảnh nhỏ hơn; góp ý chưa được gửi.",
  },
  delegation: {
    notFound: "Không tìm thấy lần ủy quyền này ở đơn vị. Hãy tải lại trang.",
    noPerson: "Người này không còn làm việc ở đơn vị. Hãy chọn người khác; chưa có gì được ghi.",
    outside:
      "Được giao ký từ {{from}} đến hết {{to}}; hôm nay không còn hoặc chưa đến thời gian đó. Hãy trình người có quyền ký; chưa thư nào được ký.",
    past: "Ngày cuối đã qua. Hãy chọn ngày từ hôm nay trở đi; chưa có gì được ghi.",
    toSelf: "Không thể giao cho chính mình. Hãy chọn người khác; chưa có gì được ghi.",
    overlap:
      "Người này đã được giao ký từ {{from}} đến {{to}}. Hãy kết thúc lần đó hoặc chọn ngày khác; chưa có gì được ghi.",
    over: "Lần giao ký này đã kết thúc. Không có gì thay đổi.",
  },
  letter: {
    missing: "Thư {{letter}} còn thiếu: {{data}}. Hãy mở thư và điền cho đủ; thư chưa được ký.",
    newDueRest: "{{date}} là ngày nghỉ. Hãy chọn ngày làm việc, gần nhất là {{next}}; chưa có gì được ghi.",
    newDueHours: "Giờ hẹn mới ở ngoài giờ làm việc. Hãy chọn trong khoảng {{from}} đến {{to}}; chưa có gì được ghi.",
    newDueFar: "Ngày hẹn mới quá xa, chưa có lịch làm việc của năm đó. Hãy chọn ngày gần hơn; chưa có gì được ghi.",
    newDueAgain:
      "Hồ sơ này đã hẹn lại {{most}} lần, là số lần nhiều nhất được phép. Lần nữa phải do lãnh đạo quyết định; chưa có gì được ghi.",
    causeUnknown:
      "Nguyên nhân này không còn trong danh sách của đơn vị. Hãy chọn nguyên nhân khác; chưa có gì được ghi.",
    causeExists: "Danh sách đã có nguyên nhân này. Hãy dùng nguyên nhân có sẵn, hoặc ghi khác đi; chưa có gì được ghi.",
    causeLast: "Đây là nguyên nhân cuối cùng còn dùng. Hãy thêm nguyên nhân khác trước; chưa có gì thay đổi.",
    kindUnknown: "Đơn vị không có loại thư này. Hãy mở lại danh sách loại thư.",
    kindExists: "Đơn vị đã có loại thư mang tên này. Hãy chọn tên khác; chưa có gì được ghi.",
    kindDelivered: "Loại thư có sẵn không đổi tên và không ngừng được. Hãy đặt nó là “chỉ soạn bằng tay”.",
    kindEnded: "Loại thư này đã ngừng dùng. Hãy dùng lại loại thư trong phần cài đặt; chưa có gì được ghi.",
    needsDossier: "Loại thư này viết về một hồ sơ. Hãy soạn từ trang của hồ sơ; chưa có gì được ghi.",
    textChanged: "Mẫu thư vừa được người khác lưu. Hãy tải lại trang để xem bản mới; bản của bạn chưa được lưu.",
    textWrong: "Mẫu thư có chỗ sai ở dòng {{line}}, cột {{column}}. Hãy sửa rồi xem lại.",
    textUnknown: "Không có phiên bản này của mẫu thư. Hãy tải lại trang; chưa có gì thay đổi.",
    notFound: "Không tìm thấy thư ở đơn vị này. Hãy mở lại danh sách thư.",
    dossierOver: "Hồ sơ đã xong hoặc đã dừng, không cần thư xin lỗi nữa. Chưa có gì được ghi.",
    newDuePast: "Ngày hẹn mới phải sau bây giờ và sau ngày hẹn cũ. Hãy chọn ngày khác; chưa có gì được ghi.",
    changed: "Thư vừa được người khác sửa hoặc chuyển. Hãy tải lại trang để xem; việc vừa rồi chưa được ghi.",
    signed: "Thư về hồ sơ này đã ký, không sửa được nữa. Chưa có gì được ghi.",
    notGenuine: "Không có thư nào mang mã này. Hãy kiểm tra lại mã, hoặc hỏi đơn vị có tên trên thư.",
    notMade: "Tệp của thư chưa làm xong nên chưa gửi hay in được. Hãy chờ vài giây rồi thử lại; chưa có gì được ghi.",
    unchecked:
      "Đơn vị quy định thư phải được kiểm tra trước khi ký. Hãy chuyển văn phòng kiểm tra; thư này chưa được ký.",
    ownDraft: "Có thư do chính người này soạn. Hãy nhờ người khác kiểm tra; chưa thư nào được ghi là đã kiểm tra.",
    statedFuture: "Thời điểm gửi chưa đến. Hãy sửa lại; chưa có gì được ghi.",
    statedBefore: "Thời điểm gửi trước lúc ký thư. Hãy sửa lại; chưa có gì được ghi.",
    noBatch: "Không tìm thấy lần ký này ở đơn vị. Hãy mở lại danh sách thư.",
  },
  import: {
    badFile: "Không đọc được tệp. Hãy chọn tệp Excel (.xlsx) hoặc CSV lưu theo UTF-8; chưa hồ sơ nào được ghi.",
    noFile: "Chưa chọn tệp. Hãy chọn tệp Excel hoặc CSV xuất từ hệ thống của tỉnh.",
    tooLarge: "Tệp lớn hơn {{max}} MB. Hãy chia theo tháng rồi nhập từng tệp; chưa hồ sơ nào được ghi.",
    empty: "Tệp không có dòng hồ sơ nào. Hãy kiểm tra lại trang tính đầu tiên.",
    noHeader: "Không thấy dòng tiêu đề cột. Hãy để tiêu đề ở dòng đầu tiên.",
    columnMissing: "Chưa chỉ ra cột “{{field}}”. Hãy chọn cột tương ứng; chưa hồ sơ nào được ghi.",
    columnTwice: "Cột “{{column}}” được dùng cho hai mục. Hãy chọn lại.",
    row: "Dòng {{row}}, cột “{{column}}”: {{problem}}",
    notFound: "Không tìm thấy lần nhập này.",
    running: "Một lần nhập khác của đơn vị đang chạy. Hãy chờ xong rồi nhập tiếp.",
    rowErrors: "Còn {{count}} dòng lỗi. Hãy sửa trong tệp rồi nhập lại; chưa hồ sơ nào được ghi.",
    mappingNotFound: "Không tìm thấy cách ghép cột đã lưu. Hãy ghép lại.",
    done: "Lần nhập này đã xong, không chạy lại được. Hãy tải tệp lên lần nữa nếu cần.",
    failed: "Việc nhập đã dừng vì trục trặc. Chưa hồ sơ nào của tệp được ghi; hãy thử lại.",
  },
  rule: {
    unknown: "Mô hình không có quy tắc “{{rule}}”. Hãy chọn quy tắc trong danh sách.",
    unknownKind:
      "Quy tắc “{{rule}}” dùng loại “{{kind}}” mà hệ thống không biết. Hãy chọn một loại trong danh sách; bản nháp chưa được lưu.",
    badParams: "Quy tắc “{{rule}}” có thông số không hợp lệ. Hãy sửa theo gợi ý ở bản nháp; bản nháp chưa được lưu.",
    tooMany: "Mô hình có {{count}} quy tắc xét hồ sơ, tối đa {{max}}. Hãy gộp hoặc bỏ bớt; bản nháp chưa được lưu.",
  },
  score: {
    differentScorecards:
      "Các đơn vị được đo bằng bảng điểm khác nhau nên không xếp hạng chung được. Hãy chọn cùng một thước đo.",
    notFound: "Chưa có bảng điểm cho kỳ này.",
    noModel: "Đơn vị chưa đăng ký mô hình nên chưa có điểm.",
  },
  oversight: {
    noUnits: "Đơn vị này không có đơn vị trực thuộc nên không có gì để so sánh.",
    noYardstick: "Chưa áp dụng thước đo chung cho các đơn vị trực thuộc.",
  },
  petition: {
    notNamed:
      "Tài khoản này chưa được giao mở loại đơn này. Chủ tịch giao đích danh người mở đơn; lần thử này đã được ghi lại.",
    notFound: "Không có đơn này trong những đơn được giao. Hãy tìm trong sổ đơn; lần thử này đã được ghi lại.",
    changed: "Người khác vừa ghi một bước cho đơn này. Hãy tải lại trang; bước vừa rồi chưa được ghi.",
    notPossible: "Đơn đang ở bước khác nên không ghi được bước này. Hãy tải lại trang; chưa có gì thay đổi.",
    nobodyForKind: "Chưa ai được giao loại đơn này. Hãy báo Chủ tịch giao người trước; đơn vẫn giữ loại cũ.",
    notLast: "Chỉ thu hồi được bước cuối cùng. Hãy tải lại trang; chưa có gì thay đổi.",
    noReader: "Người này không còn được giao mở đơn. Hãy tải lại trang; chưa có gì thay đổi.",
    lastReader: "Đây là người cuối cùng mở được đơn. Hãy báo Chủ tịch giao thêm người trước; chưa có gì thay đổi.",
    noPerson: "Người này không có vai trò được giao mở đơn trong đơn vị. Hãy chọn trong danh sách; chưa giao cho ai.",
    future: "Ngày này chưa tới. Hãy chọn ngày không sau hôm nay; chưa có gì được ghi.",
    tooEarly: "Ngày này trước bước liền trước ({{date}}). Hãy chọn ngày muộn hơn; chưa có gì được ghi.",
    formForged: "Biểu mẫu không hợp lệ hoặc gửi quá nhanh. Hãy mở lại trang, điền rồi gửi; đơn chưa được gửi.",
    formLate: "Biểu mẫu đã mở quá lâu. Hãy chép lại nội dung, mở lại trang rồi gửi; đơn chưa được gửi.",
    factorNeeded: "Mở đơn cần xác thực hai lớp. Hãy bật ở trang Tài khoản rồi đăng nhập lại; đơn vẫn được niêm phong.",
    personNoFactor:
      "Người này chưa bật xác thực hai lớp nên chưa giao mở đơn được. Hãy nhờ người đó bật ở trang Tài khoản; chưa giao cho ai.",
    nobodyNamed:
      "Đơn vị chưa giao người mở loại đơn này nên chưa nhận qua mạng. Hãy nộp tại trụ sở hoặc gửi bưu điện; đơn chưa được gửi.",
    allBarred:
      "Không còn ai mở được đơn này. Hãy bỏ bớt tên, hoặc gửi đơn đến cơ quan cấp trên trực tiếp; đơn chưa được gửi.",
    tooMany: "Đã thử nhiều lần từ mạng này. Hãy chờ {{minutes}} phút rồi thử lại; lần vừa rồi chưa được ghi.",
    tooManyToday:
      "Hôm nay đơn vị đã nhận quá nhiều đơn qua mạng. Hãy gửi lại ngày mai, nộp tại trụ sở hoặc gửi bưu điện; đơn chưa được gửi.",
    fileTooLarge: "Có tệp lớn hơn {{max}} MB. Hãy chọn tệp nhỏ hơn; đơn chưa được gửi.",
    fileKind: "Có tệp không phải ảnh JPEG, PNG, WebP hay PDF. Hãy chọn tệp khác; đơn chưa được gửi.",
    fileBroken: "Có tệp bị hỏng hoặc chưa đủ. Hãy chọn lại hoặc chụp, quét lại; đơn chưa được gửi.",
    fileHuge: "Có ảnh quá nhiều điểm ảnh. Hãy chọn ảnh nhỏ hơn; đơn chưa được gửi.",
    fileLocked: "Có tệp PDF khóa bằng mật khẩu. Hãy bỏ mật khẩu rồi chọn lại; đơn chưa được gửi.",
    fileActive:
      "Có tệp PDF chứa chương trình hoặc tệp khác bên trong. Hãy in ra PDF mới rồi chọn lại; đơn chưa được gửi.",
    noFile: "Đơn này không có tệp mang số đó.",
    notEnded: "Đơn vị này vẫn hoạt động nên đơn được giải quyết tại đây. Chưa có gì được chuyển.",
    noSuccessor: "Hãy chọn một đơn vị kế tục trong danh sách. Chưa có gì được chuyển.",
    successorNobody:
      "Đơn vị kế tục chưa giao người mở loại đơn này, hoặc những người đó không được mở đơn này. Hãy đề nghị Chủ tịch bên đó giao người; chưa có gì được chuyển.",
    noCode: "Không có đơn nào mang mã này ở đơn vị. Hãy kiểm tra từng chữ, và đúng trang của đơn vị đã nhận đơn.",
  },
  index: {
    changed: "Tiêu chí này vừa được người khác ghi. Hãy tải lại trang để xem; giá trị vừa rồi chưa được lưu.",
    value: "Tỷ lệ phải từ 0 đến {{max}}%. Hãy ghi lại; giá trị cũ vẫn được giữ.",
    frameNotFound: "Không tìm thấy khung chỉ số của năm này.",
    leafNotFound: "Không có tiêu chí này trong khung chỉ số.",
    tooManyPoints: "Điểm cao hơn mức tối đa {{max}}. Hãy ghi lại; điểm cũ vẫn được giữ.",
    reasonMissing: "Điểm thẩm định khác điểm tự chấm thì cần nêu lý do. Chưa có gì được lưu.",
    closed: "Đợt chấm đã đóng ngày {{date}}, không sửa được nữa.",
    alreadyAppraised: "Tiêu chí này đã được thẩm định, không tự chấm lại được.",
    valueMissing: "Hãy ghi kết quả, hoặc đánh dấu “Không áp dụng”. Chưa có gì được lưu.",
    leftOutReason: "Không áp dụng thì cần nêu lý do. Chưa có gì được lưu.",
    pointsMissing: "Hãy ghi điểm thẩm định, hoặc đánh dấu “Không áp dụng”. Chưa có gì được lưu.",
    pointLevels: "Tiêu chí này chỉ có các mức {{levels}} điểm. Hãy chọn một mức; điểm cũ vẫn được giữ.",
    selfChanged: "Điểm tự chấm vừa thay đổi. Hãy tải lại trang để xem điểm mới; điểm thẩm định vừa rồi chưa được lưu.",
    noFigures: "Chưa đủ số liệu để điền tự động. Hãy tự ghi điểm.",
  },
  yardstick: {
    notFound: "Không tìm thấy lần áp dụng thước đo này ở đơn vị. Hãy chọn lại từ danh sách; chưa có gì thay đổi.",
    past: "Hồ sơ nhận đến hết hôm nay đã được xét nên kết quả giữ nguyên. Hãy chọn ngày từ {{next}} trở đi; chưa có gì thay đổi.",
    notApplicable:
      "Bản này không phải thước đo đã ban hành. Hãy chọn một thước đo trong danh sách; chưa có gì thay đổi.",
    notInForce: "Bản này của thước đo có hiệu lực từ {{from}}. Hãy chọn từ ngày đó; chưa có gì thay đổi.",
    outdated: "Bản này của thước đo hết hiệu lực ngày {{to}}. Hãy chọn bản khác; chưa có gì thay đổi.",
    overlap:
      "Thước đo này đã có lần áp dụng bắt đầu từ {{from}}. Hãy hủy lần đó trước, hoặc chọn ngày sau; chưa có gì thay đổi.",
    already: "Bản này đang được áp dụng từ {{from}}. Hãy chọn bản khác; chưa có gì thay đổi.",
    notBegun: "Lần áp dụng này đến {{from}} mới bắt đầu. Hãy hủy thay vì kết thúc; chưa có gì thay đổi.",
    begun: "Lần áp dụng này đã bắt đầu từ {{from}} nên không hủy được. Hãy kết thúc từ một ngày; chưa có gì thay đổi.",
    over: "Lần áp dụng này đã kết thúc ngày {{date}}, không sửa được nữa.",
    endPast:
      "Hồ sơ nhận trước hôm nay đã được xét nên kết quả giữ nguyên. Hãy chọn ngày cuối từ {{date}} trở đi; chưa có gì thay đổi.",
    endLater:
      "Một lần áp dụng khác của thước đo này bắt đầu từ {{from}}. Hãy chọn ngày cuối trước ngày đó; chưa có gì thay đổi.",
  },
  indexFrame: {
    notFound: "Không tìm thấy khung chỉ số này ở đơn vị. Hãy chọn lại từ danh sách; chưa có gì thay đổi.",
    invalid: "Khung chỉ số có {{count}} chỗ chưa hợp lệ. Hãy sửa theo danh sách rồi gửi lại; chưa có gì được lưu.",
    yearTaken: "Đơn vị đã có khung của năm {{year}}. Hãy mở khung đó để sửa hoặc thu hồi trước; chưa có gì được lưu.",
    yearKept: "Bản nháp này của năm {{year}}. Hãy giữ năm đó, hoặc tải lên thành khung mới; bản nháp chưa thay đổi.",
    changed: "Bản nháp đã được người khác sửa. Hãy tải lại trang để xem; thay đổi vừa rồi chưa được lưu.",
    published:
      "Khung này đã ban hành nên không sửa được. Hãy thu hồi trước, khi chưa đơn vị nào chấm; chưa có gì thay đổi.",
    notPublished: "Khung này chưa ban hành nên không có gì để thu hồi.",
    entered:
      "Đã có {{count}} đơn vị ghi kết quả theo khung này nên không thu hồi được. Khung và các kết quả vẫn được giữ.",
    othersEntered:
      "Đã có {{count}} đơn vị ghi kết quả năm {{year}} theo khung của cấp trên. Hãy dùng khung đó; bản nháp chưa được ban hành.",
    sampleMissing: "Không tìm thấy khung mẫu để bắt đầu. Hãy chọn một khung trong danh sách; chưa có gì được lưu.",
  },
  audit: {
    broken: "Chuỗi nhật ký bị đứt ở dòng {{seq}}. Hãy báo người vận hành; đừng sửa gì thêm.",
  },
};
